// Reads CSV as the tables of data/ are written: a header, quoted cells where they hold commas, quotes doubled inside them.

/**
 * The rows of a table, each a map from column to text.
 * @param {string} text
 * @returns {Map<string, string>[]}
 */
export function readCsv(text) {
  const [header, ...rows] = readRows(text);
  return rows.map((row) => {
    if (row.length !== header.length) throw new Error(`a row has ${row.length} cells instead of ${header.length}: ${row.join(',')}`);
    return new Map(row.map((cell, column) => [header[column], cell]));
  });
}

function readRows(text) {
  const rows = [];
  let row = [];
  // A cell and what ends it: a quoted one, or anything up to the next comma or line end.
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (found === null) throw new Error(`no cell of a table: ${text.slice(at, at + 40)}`);
    const [, quoted, plain, end] = found;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
