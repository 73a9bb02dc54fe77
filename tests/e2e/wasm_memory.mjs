// The memory of the page's program, which it shows to nobody.

/** Lets pages of `context` that are opened from now on tell what memory their programs have. */
export const noteWasmMemory = (context) => context.addInitScript(() => {
  self.notedMemories = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      const memory = (made.instance ?? made).exports.memory;
      if (memory) self.notedMemories.push(memory);
      return made;
    };
  }
});

/** What the programs of the page hold, in bytes. Memory is only ever added, 64 KiB at a time. */
export const wasmMemory = (page) =>
  page.evaluate(() => self.notedMemories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
