// Workers of the lab, asked as the page asks them, with nothing else to do.

const LOADER = '../../dist/buildout-lab_loader.js';

/** Starts so many workers; resolves once all of them listen. */
async function start(count) {
  return Promise.all(
    Array.from({ length: count }, () => new Promise((resolve, reject) => {
      const worker = new Worker(LOADER);
      worker.onerror = (event) => reject(new Error(event.message));
      // Its first word is its build.
      worker.onmessage = () => resolve(worker);
    })),
  );
}

let asked = 0;

/** Asks workers for the fan of a link together; resolves to how long they took, in ms, and the numbers of the answer. */
function fan(workers, link, series) {
  asked += 1;
  const number = asked;
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    workers.forEach((worker, place) => {
      worker.onmessage = ({ data: [of, kind, payload] }) => {
        if (of !== number || kind === 'under') return;
        if (kind === 'counted') workers[0].postMessage([number, kind, payload]);
        else if (kind === 'fan') resolve({ ms: performance.now() - begun, numbers: [...payload] });
        else reject(new Error(`the lab says "${kind}" of ${link}`));
      };
      worker.postMessage([number, 'fan', link, series, '', String(place), String(workers.length)]);
    });
  });
}

const teams = new Map();

/** The fan of a link by so many workers, who are kept for the next one. */
window.fan = async (count, link, series) => {
  if (!teams.has(count)) teams.set(count, await start(count));
  return fan(teams.get(count), link, series);
};
