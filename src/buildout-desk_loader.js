// Starts the desk: the glue, then its wasm. Trunk's own loader passes the address in a way that the glue warns of.
importScripts('./buildout-desk.js');
wasm_bindgen({ module_or_path: './buildout-desk_bg.wasm' });
