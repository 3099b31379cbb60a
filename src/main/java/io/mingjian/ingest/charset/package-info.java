/// Bytes → characters, for Chinese text that says its charset wrongly or not at all.
///
/// Takes bytes, gives [Decoded]: the text, the charset it was decoded with, and whether damage had to be undone.
///
/// Why:
/// - What a page declares is only asked where the bytes leave a doubt: gb2312 is declared where GB18030 is
///   meant, and utf-8 where GBK is written. Detectors made for all languages fail on eight bytes of GBK; here
///   every candidate decodes the bytes, and the text with the most everyday characters wins.
@NullMarked
package io.mingjian.ingest.charset;

import org.jspecify.annotations.NullMarked;
