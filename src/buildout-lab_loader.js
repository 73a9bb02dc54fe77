// Starts the lab: the module with vector instructions where the browser has them, which a module of one such instruction tells.
const splat = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 17, 11];
const name = WebAssembly.validate(new Uint8Array(splat)) ? 'buildout-lab' : 'buildout-lab-plain';
// A host's own policy may ask that addresses of scripts are vouched for.
const vouched = self.trustedTypes?.createPolicy('default', { createScriptURL: (url) => url });
importScripts(vouched ? vouched.createScriptURL(`./${name}.js`) : `./${name}.js`);
wasm_bindgen({ module_or_path: `./${name}_bg.wasm` });
