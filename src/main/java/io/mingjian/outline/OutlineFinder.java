package io.mingjian.outline;

import io.mingjian.ingest.Block;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.model.ReportModel;
import io.mingjian.model.SectionKind;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Finds title and sections. Safe to share between threads.
public final class OutlineFinder {
    private static final String BEHIND_HEADING = "。：:";

    private final Wordings wordings;
    private final HeadingChooser chooser;
    private final TitleFinder titles;

    public OutlineFinder(ReportModel model) {
        this.wordings = new Wordings(model);
        this.chooser = new HeadingChooser(wordings);
        this.titles = new TitleFinder(model.titles());
    }

    /// The outline of the document. One without any heading has everything in its preamble.
    public Outline find(SourceDocument document) {
        CanonicalText text = document.text();
        List<Heading> candidates = new HeadingScanner(wordings, text).scan(document.blocks());
        List<HeadingChooser.Chosen> chosen = chooser.choose(candidates);
        List<Section> sections = new ArrayList<>();
        int candidate = 0;
        for (int i = 0; i < chosen.size(); i++) {
            int end = i + 1 < chosen.size() ? chosen.get(i + 1).heading().start() : text.length();
            int headingEnd = chosen.get(i).heading().text().end();
            List<Heading> inside = new ArrayList<>();
            while (candidate < candidates.size() && candidates.get(candidate).start() < end) {
                Heading heading = candidates.get(candidate++);
                if (heading.start() >= headingEnd) {
                    inside.add(heading);
                }
            }
            sections.add(section(document, chosen.get(i), end, inside));
        }
        int firstHeading =
                chosen.isEmpty() ? text.length() : chosen.getFirst().heading().start();
        List<Block> preamble = within(text, document.blocks(), new Span(0, firstHeading));
        Span overview = sections.isEmpty()
                ? new Span(0, text.length())
                : new Span(0, sections.getFirst().span().end());
        return new Outline(document, titles.find(document, preamble, overview), preamble, sections);
    }

    private static Section section(
            SourceDocument document, HeadingChooser.Chosen chosen, int end, List<Heading> inside) {
        SectionKind kind = chosen.kind();
        String id = kind == null ? Section.UNCLASSIFIED : kind.id();
        Span span = new Span(chosen.heading().start(), end);
        return section(document, id, chosen.heading(), span, SubHeadings.tree(inside));
    }

    private static Section section(
            SourceDocument document, String id, Heading heading, Span span, List<SubHeadings.Branch> branches) {
        CanonicalText text = document.text();
        int body = behind(text, heading.text().end(), span.end());
        List<Section> children = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            SubHeadings.Branch branch = branches.get(i);
            int end = i + 1 < branches.size() ? branches.get(i + 1).heading().start() : span.end();
            Span childSpan = new Span(branch.heading().start(), end);
            children.add(section(document, id, branch.heading(), childSpan, branch.branches()));
        }
        return new Section(
                id,
                heading.mark().map(Numbering.Mark::digits).orElse(null),
                text.quote(heading.text()),
                heading.text(),
                span,
                within(text, document.blocks(), new Span(body, Math.max(body, span.end()))),
                children);
    }

    /// Where the body begins: behind the heading and the punctuation that ends it.
    private static int behind(CanonicalText text, int headingEnd, int end) {
        boolean punctuated =
                headingEnd < end && BEHIND_HEADING.indexOf(text.folded().charAt(headingEnd)) >= 0;
        return punctuated ? headingEnd + 1 : headingEnd;
    }

    /// The blocks that lie in the span; a paragraph that reaches beyond it is cut, a grid belongs where it begins.
    private static List<Block> within(CanonicalText text, List<Block> blocks, Span span) {
        List<Block> inside = new ArrayList<>();
        for (int i = firstBehind(blocks, span.start()); i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.span().start() >= span.end()) {
                break;
            }
            switch (block) {
                case Block.Grid grid -> {
                    if (span.contains(grid.span().start())) {
                        inside.add(grid);
                    }
                }
                case Block.Paragraph paragraph -> {
                    Span cut = new Span(
                            Math.max(span.start(), paragraph.span().start()),
                            Math.min(span.end(), paragraph.span().end()));
                    if (cut.equals(paragraph.span()) || !text.isBlank(cut)) {
                        inside.add(new Block.Paragraph(cut));
                    }
                }
            }
        }
        return inside;
    }

    /// Index of the first block that ends behind the offset; blocks are in order.
    private static int firstBehind(List<Block> blocks, int offset) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).span().end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
