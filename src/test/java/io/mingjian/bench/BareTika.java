package io.mingjian.bench;

import io.mingjian.ingest.Upload;
import java.io.IOException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/// Tika as anybody would use it: a file to its text, nothing else. The floor of what reading costs.
final class BareTika {
    private final AutoDetectParser parser = new AutoDetectParser();

    String text(Upload upload) throws IOException, SAXException, TikaException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, upload.name());
        ParseContext context = new ParseContext();
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        context.set(PDFParserConfig.class, pdf);
        // Where Tesseract is installed, Tika would start it for each picture of a docx.
        TesseractOCRConfig pictures = new TesseractOCRConfig();
        pictures.setSkipOcr(true);
        context.set(TesseractOCRConfig.class, pictures);
        BodyContentHandler text = new BodyContentHandler(-1);
        try (TikaInputStream in = TikaInputStream.get(upload.file())) {
            parser.parse(in, text, metadata, context);
        }
        return text.toString();
    }
}
