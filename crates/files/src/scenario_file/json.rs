//! JSON with every field as it stands, read no deeper than somebody asks.
//!
//! Repeated fields are kept, so that they can be told. Numbers are read by the standard library, which gives back the very
//! number that was written; it is in the page already, where a second exact reader would cost several kilobytes.

use crate::quote::quote;
use core::fmt;
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;

/// A JSON value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Json<'a>(&'a RawValue);

/// The fields of an object, in the order of the text.
pub(super) type Fields<'a> = Vec<(String, Json<'a>)>;

impl<'a> Json<'a> {
    /// Reads a text that is JSON as a whole.
    pub(super) fn parse(text: &'a str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text).map(Self)
    }

    pub(super) fn is_null(self) -> bool {
        self.0.get() == "null"
    }

    pub(super) fn number(self) -> Option<f64> {
        // Of all JSON, only numbers are numbers to Rust too.
        self.0.get().parse().ok()
    }

    pub(super) fn text(self) -> Option<String> {
        serde_json::from_str(self.0.get()).ok()
    }

    pub(super) fn fields(self) -> Option<Fields<'a>> {
        serde_json::from_str::<Object<'a>>(self.0.get()).ok().map(|object| object.0)
    }
}

/// The value as an error names it: as it is written, cut where it is long.
impl fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&quote(self.0.get()))
    }
}

struct Object<'a>(Fields<'a>);

struct AnyObject;

impl<'de> Visitor<'de> for AnyObject {
    type Value = Object<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some((name, value)) = object.next_entry()? {
            fields.push((name, Json(value)));
        }
        Ok(Object(fields))
    }
}

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(AnyObject)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_what_they_are_written_as() {
        let check = |text: &str, number: Option<f64>, words: Option<&str>| {
            let json = Json::parse(text).unwrap();
            assert_eq!((json.number(), json.text().as_deref()), (number, words), "{text}");
        };
        check("0.30000000000000004", Some(0.300_000_000_000_000_04), None);
        check(" -1.5e2 ", Some(-150.0), None);
        check("1e400", Some(f64::INFINITY), None);
        check("\"inf\"", None, Some("inf"));
        check("\"\\u00e9\\n\"", None, Some("é\n"));
        check("\"\\ud800\"", None, None);
        for other in ["null", "true", "[1]", "{}"] {
            check(other, None, None);
        }
        for broken in ["", "NaN", "inf", "01", "+1", "1.", "'x'", "{\"a\": }", "[1,]", "1 2"] {
            assert!(Json::parse(broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn repeated_fields_are_kept_and_depth_is_no_danger() {
        let fields = Json::parse("{\"a\": 1, \"b\": {}, \"a\": 2}").unwrap().fields().unwrap();
        assert_eq!(fields.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["a", "b", "a"]);
        let deep = format!("{}1{}", "{\"a\":".repeat(30_000), "}".repeat(30_000));
        assert_eq!(Json::parse(&deep).unwrap().fields().unwrap().len(), 1);
        assert!(Json::parse("[1]").unwrap().fields().is_none());
    }
}
