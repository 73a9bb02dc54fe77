//! Mounts the page.

fn main() {
    buildout_page::start();
}
