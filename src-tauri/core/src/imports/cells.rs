//! A table as text: decoded, and divided into cells.

use encoding_rs::GBK;

use super::refusals::ImportRefusal;

/// A table of customers is never larger.
pub(super) const MOST_BYTES: u64 = 8_000_000;
/// Lines taken at once.
const MOST_LINES: usize = 20_000;

/// The text of a file in UTF-8 (with or without its mark) or GBK, as the spreadsheet programs here write it.
pub(super) fn decoded(bytes: &[u8]) -> Result<String, ImportRefusal> {
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(ImportRefusal::NotText);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let (text, _, broken) = GBK.decode(bytes);
    if broken {
        Err(ImportRefusal::NotText)
    } else {
        Ok(text.into_owned())
    }
}

/// The cells of a table, line by line with the line's number; blank lines are left out. Cells pasted from a spreadsheet
/// are divided by tabs, those of a CSV file by commas.
pub(super) fn divided(text: &str) -> Result<Vec<(usize, Vec<String>)>, ImportRefusal> {
    let delimiter = if text.contains('\t') { b'\t' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut lines = Vec::new();
    for (place, record) in (1..).zip(reader.records()) {
        // Text is UTF-8 already, and a flexible reader takes lines of any length.
        let record = record.map_err(|_| ImportRefusal::NotText)?;
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            lines.push((place, cells));
        }
    }
    match lines.len() {
        0 => Err(ImportRefusal::Empty),
        lines if lines > MOST_LINES => Err(ImportRefusal::TooManyLines {
            lines,
            most: MOST_LINES,
        }),
        _ => Ok(lines),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use super::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        divided(text).unwrap()
    }

    #[test]
    fn a_file_is_read_in_utf_8_and_in_gbk() {
        let text = "客户名称,电话\n岭南社,020";
        assert_eq!(decoded(text.as_bytes()).unwrap(), text);
        assert_eq!(
            decoded(&[&[0xef, 0xbb, 0xbf], text.as_bytes()].concat()).unwrap(),
            text
        );
        let (gbk, _, _) = GBK.encode(text);
        assert_eq!(decoded(&gbk).unwrap(), text);
        assert_eq!(decoded(b"%PDF\0\x01"), Err(ImportRefusal::NotText));
        assert_eq!(decoded(&[0xff, 0xff, 0xff]), Err(ImportRefusal::NotText));
    }

    #[test]
    fn cells_come_from_a_spreadsheet_or_a_csv_file() {
        let wanted = vec![
            (1, vec!["岭南社".to_owned(), "李伟".to_owned()]),
            (3, vec!["彩源, 深圳".to_owned(), String::new()]),
        ];
        assert_eq!(cells("岭南社\t李伟\n\t\n彩源, 深圳\t\n"), wanted);
        assert_eq!(cells("岭南社,李伟\r\n,\r\n\"彩源, 深圳\",\r\n"), wanted);
        assert_eq!(cells("\"两行\n地址\"\t1")[0].1[0], "两行\n地址");
        assert_eq!(divided(" \n\t\n"), Err(ImportRefusal::Empty));
    }
}
