//! What the shell may do, as its files say (S1-S9): the content policy, the
//! frozen prototype, one window with the desk's own commands and no more.

use serde_json::{Value, json};

use super::{assert_tidy, read, sources};

fn json_of(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// S5: a directive may name ourselves, the bridge, and data for pictures and
/// fonts; no host, no inline code.
fn policy_complaints(conf: &Value) -> Vec<String> {
    let Some(policy) = conf.pointer("/app/security/csp").and_then(Value::as_str) else {
        return vec!["there is no content policy".to_owned()];
    };
    let mut found = Vec::new();
    let directives: Vec<Vec<&str>> = policy
        .split(';')
        .map(|one| one.split_whitespace().collect())
        .collect();
    for needed in [
        ["default-src", "'self'"],
        ["script-src", "'self'"],
        ["style-src", "'self'"],
        ["object-src", "'none'"],
        ["base-uri", "'none'"],
        ["form-action", "'none'"],
    ] {
        if !directives.iter().any(|words| words == &needed) {
            found.push(format!("the policy must say exactly: {}", needed.join(" ")));
        }
    }
    for words in &directives {
        for source in words.iter().skip(1) {
            let allowed = match words.first().copied().unwrap_or_default() {
                "img-src" => &["'self'", "blob:", "data:"][..],
                "font-src" => &["'self'", "data:"][..],
                "connect-src" => &["'self'", "ipc:", "http://ipc.localhost"][..],
                _ => &["'self'", "'none'"][..],
            };
            if !allowed.contains(source) {
                found.push(format!("the policy allows {source} in {}", words.join(" ")));
            }
        }
    }
    found
}

/// S6, S7, S9 and the frozen prototype.
fn setting_complaints(conf: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for (pointer, wanted) in [
        ("/app/security/freezePrototype", json!(true)),
        ("/app/withGlobalTauri", json!(false)),
        ("/app/security/assetProtocol/enable", json!(false)),
        ("/app/security/capabilities", json!(["main"])),
        (
            "/bundle/windows/webviewInstallMode/type",
            json!("embedBootstrapper"),
        ),
        ("/identifier", json!("cn.docket.desk")),
    ] {
        if conf.pointer(pointer) != Some(&wanted) {
            found.push(format!("{pointer} must be {wanted}"));
        }
    }
    if conf.to_string().contains("dangerous") {
        found.push("a key that calls itself dangerous is set".to_owned());
    }
    if conf.pointer("/build/devUrl").is_some() {
        found.push("the window is served from ui/dist, never from an address".to_owned());
    }
    found
}

/// S3: the reviewed set. Widening it is a decision, made here and in the file.
fn capability_complaints(capability: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for (key, wanted) in [
        ("windows", json!(["main"])),
        // Listening is what a dropped file is heard by; nothing is emitted by a page.
        (
            "permissions",
            json!([
                "desk",
                "core:event:allow-listen",
                "core:event:allow-unlisten"
            ]),
        ),
        ("local", json!(true)),
    ] {
        if capability.get(key) != Some(&wanted) {
            found.push(format!("{key} must be {wanted}"));
        }
    }
    if capability.get("remote").is_some() {
        found.push("no foreign page may call the desk".to_owned());
    }
    found
}

/// S7: what must not be compiled into a release.
fn manifest_complaints(manifest: &str) -> Vec<String> {
    manifest
        .lines()
        .filter(|line| line.starts_with("tauri ") || line.starts_with("tauri="))
        .flat_map(|line| {
            ["devtools", "isolation", "protocol-asset", "dynamic-acl"]
                .into_iter()
                .filter(|feature| line.contains(&format!("\"{feature}\"")))
                .map(|feature| format!("tauri's feature {feature} is on"))
        })
        .collect()
}

#[test]
fn s5_the_content_policy_lets_nothing_foreign_in() {
    assert_tidy(&policy_complaints(&json_of("tauri.conf.json")));
}

#[test]
fn s6_s7_s9_the_shell_is_closed() {
    assert_tidy(&setting_complaints(&json_of("tauri.conf.json")));
    assert_tidy(&manifest_complaints(&read("Cargo.toml")));
}

#[test]
fn the_overrides_for_one_system_change_only_the_name() {
    assert_eq!(
        json_of("tauri.linux.conf.json"),
        json!({ "productName": "docket" })
    );
}

#[test]
fn s3_one_window_may_call_the_desk_and_hear_files_being_dropped() {
    let all = sources(&["src-tauri/capabilities"], &[".json", ".toml"]);
    let paths: Vec<&str> = all.iter().map(|source| source.path.as_str()).collect();
    assert_eq!(paths, ["src-tauri/capabilities/main.json"]);
    assert_tidy(&capability_complaints(&json_of(
        "src-tauri/capabilities/main.json",
    )));
}

#[test]
fn the_built_version_is_one() {
    let conf = json_of("tauri.conf.json");
    assert_eq!(conf["version"], json!(env!("CARGO_PKG_VERSION")));
}

/// Puts `value` at `pointer` of a sound configuration.
fn spoilt(path: &str, pointer: &str, value: Value) -> Value {
    let mut conf = json_of(path);
    let place = conf
        .pointer_mut(pointer)
        .unwrap_or_else(|| panic!("{pointer} is there"));
    *place = value;
    conf
}

#[test]
fn each_opening_in_the_policy_is_seen() {
    let sound = json_of("tauri.conf.json");
    let policy = sound
        .pointer("/app/security/csp")
        .and_then(Value::as_str)
        .expect("a policy");
    for (from, to) in [
        ("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        ("script-src 'self'", "script-src 'self' 'unsafe-eval'"),
        ("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
        ("img-src 'self'", "img-src 'self' https://example.org"),
        ("default-src 'self'", "default-src *"),
        ("object-src 'none'; ", ""),
    ] {
        assert!(policy.contains(from), "{from}");
        let conf = spoilt(
            "tauri.conf.json",
            "/app/security/csp",
            json!(policy.replace(from, to)),
        );
        assert!(!policy_complaints(&conf).is_empty(), "{from} → {to}");
    }
    assert!(!policy_complaints(&json!({})).is_empty());
}

#[test]
fn each_opened_setting_is_seen() {
    for (pointer, value) in [
        ("/app/security/freezePrototype", json!(false)),
        ("/app/withGlobalTauri", json!(true)),
        ("/app/security/assetProtocol/enable", json!(true)),
        ("/app/security/capabilities", json!(["main", "more"])),
        (
            "/app/security",
            json!({ "dangerousDisableAssetCspModification": true }),
        ),
        ("/build", json!({ "devUrl": "http://localhost:5173" })),
    ] {
        let conf = spoilt("tauri.conf.json", pointer, value);
        assert!(!setting_complaints(&conf).is_empty(), "{pointer}");
    }
    let main = "src-tauri/capabilities/main.json";
    for (pointer, value) in [
        ("/permissions", json!(["desk", "core:default"])),
        ("/windows", json!(["*"])),
        ("/local", json!(false)),
    ] {
        assert_eq!(
            capability_complaints(&spoilt(main, pointer, value)).len(),
            1,
            "{pointer}"
        );
    }
    let mut remote = json_of(main);
    remote["remote"] = json!({ "urls": ["https://example.org"] });
    assert_eq!(capability_complaints(&remote).len(), 1);
    assert_eq!(
        manifest_complaints("tauri = { version = \"2\", features = [\"devtools\"] }\n").len(),
        1
    );
}
