// Starts the desk: the glue, then its wasm. Trunk's own loader passes the address in a way that the glue warns of.
// A host's own policy may ask that addresses of scripts are vouched for.
const vouched = self.trustedTypes?.createPolicy('default', { createScriptURL: (url) => url });
importScripts(vouched ? vouched.createScriptURL('./buildout-desk.js') : './buildout-desk.js');
wasm_bindgen({ module_or_path: './buildout-desk_bg.wasm' });
