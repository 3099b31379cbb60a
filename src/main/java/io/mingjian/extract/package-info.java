/// The pipeline: file in, extraction out.
///
/// [Extractor] lists the stages in order and does nothing else; [Extraction] is what they found. Nothing here
/// or left of here knows a framework, so that a test, a command, a request and a batch call the same code.
@NullMarked
package io.mingjian.extract;

import org.jspecify.annotations.NullMarked;
