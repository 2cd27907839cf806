//! The harness itself, proven in the real window on a small page of its own:
//! a tool that cannot find a label must not pass for a desk without one.

use serde_json::json;

use crate::support::{Engine, Setup, drive};

/// Puts a form with every kind of field into the window.
const PAGE: &str = r#"
const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
const said = make("output", { id: "said" });
const say = (text) => { said.textContent += text + ";"; };
const quantity = make("label", { for: "q" }, "数量", make("span", { class: "unit" }, "册"), make("span", { class: "star" }, "*"));
const form = make("form", {}, quantity, make("input", { id: "q", name: "product.quantity" }),
  make("label", { for: "k" }, "产品类型"), make("select", { id: "k" }, make("option", { value: "" }, "请选择"), make("option", { value: "album" }, "画册")),
  make("label", {}, make("input", { type: "checkbox", id: "c" }), "急单"),
  make("button", { type: "button", id: "b" }, "登记"), make("button", { type: "button", disabled: "" }, "登记并打印"));
form.addEventListener("submit", (event) => { event.preventDefault(); say("submitted"); });
document.body.replaceChildren(form, said);
document.getElementById("b").addEventListener("click", () => setTimeout(() => say("registered"), 200));
document.addEventListener("keydown", (event) => {
  // As the desk does: else the button that was clicked, and has the focus, is pressed by it again.
  if (event.key === "Enter" && event.ctrlKey) { event.preventDefault(); say("ctrl-enter"); }
  if (event.key === "3" && event.altKey) say("alt-3");
  if (event.key === "Enter" && !event.ctrlKey && !event.isComposing && event.keyCode !== 229) { event.preventDefault(); say("enter"); }
});
"#;

#[test]
fn the_harness_finds_types_presses_composes_and_takes_pictures() {
    drive("harness", Setup::default(), async |window| {
        window.script(PAGE, vec![]).await;
        window.fill("数量", "二千册 䶮").await;
        assert_eq!(window.value("product.quantity").await, "二千册 䶮");
        window.fill("数量", "2000").await;
        assert_eq!(
            window.value("数量").await,
            "2000",
            "filling replaces what stood there"
        );
        window.fill("数量", "").await;
        assert_eq!(
            window.value("数量").await,
            "",
            "filling with nothing empties"
        );

        window.fill("产品类型", "画册").await;
        assert_eq!(window.value("产品类型").await, "album");
        window.click("急单").await;
        window
            .waits_for("document.getElementById('c').checked")
            .await;

        window.click("登记").await;
        window.sees("registered").await;
        window.press("Ctrl+Enter").await;
        window.press("Alt+3").await;
        assert_eq!(
            window.text_of("#said").await,
            "registered;ctrl-enter;alt-3;"
        );

        for engine in [Engine::WebKit, Engine::Chromium] {
            window.fill("数量", "").await;
            let taken = window.compose("数量", "两千", engine).await;
            assert!(
                !taken,
                "the Enter of the input method is not the page's ({engine:?})"
            );
            assert_eq!(window.value("数量").await, "两千");
            assert_eq!(window.focused().await, "数量");
        }
        window.types("册").await;
        window.press("Enter").await;
        window.sees("alt-3;enter;").await;
        window
            .script("document.getElementById('said').textContent = ''", vec![])
            .await;
        window.no_longer_sees("enter").await;

        assert_eq!(window.count("form button").await, 2);
        let size = window
            .script("return [innerWidth, innerHeight]", vec![])
            .await;
        assert_eq!(size, json!([1366, 768]));
        window.resize(1920, 1080).await;
        window.waits_for("innerWidth === 1920").await;
        let picture = window.picture("wide").await;
        assert!(picture.starts_with(window.album()));
        assert!(
            std::fs::metadata(picture).unwrap().len() > 1_000,
            "the picture is not empty"
        );
        assert!(
            !window.data().starts_with("/root"),
            "the desk's data is not the person's own"
        );

        window.reopen().await;
        assert_eq!(window.count("#said").await, 0, "a new window starts afresh");
    });
}
