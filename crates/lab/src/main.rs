//! The worker around the lab: questions come in as messages, answers go back.

#[cfg(target_arch = "wasm32")]
mod worker;

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::start();
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("the lab is a worker of the page: `cargo xtask build` builds both");
}
