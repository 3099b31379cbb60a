package io.mingjian;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.convert.format.ReadableBytes;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Everything that can be set, bound from `mingjian.*`. The defaults stand in `application.yml` and nowhere else.
///
/// @param data   the folder that holds all that is kept; relative to where the program was started
/// @param models a folder of models to use in place of the built-in ones
@ConfigurationProperties("mingjian")
public record Settings(
        Path data,
        @Nullable Path models,
        ServerSettings server,
        StoreSettings store,
        SignInSettings signIn,
        LimitSettings limits,
        IndexSettings index,
        ParserSettings parsers,
        OcrSettings ocr,
        PagePictureSettings pagePictures,
        SupervisionSettings supervision,
        WebhookSettings webhooks) {

    /// Where the service listens.
    ///
    /// @param host loopback unless someone decides otherwise
    /// @param port -1 takes any free one
    @ConfigurationProperties("server")
    public record ServerSettings(String host, int port) {}

    /// The database of record.
    ///
    /// @param url         `jdbc:postgresql://…`; without it, the one that lies in the data directory
    /// @param user        who opens it
    /// @param password    of that user
    /// @param connections how many are open at most
    /// @param patience    how long a request waits for one
    @ConfigurationProperties("store")
    public record StoreSettings(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            int connections,
            Duration patience) {
        @Override
        public String toString() {
            return "StoreSettings[" + (url == null ? "embedded" : url) + "]"; // never the password
        }
    }

    /// How people sign in.
    ///
    /// @param idle           a session ends when it was not used for so long
    /// @param longest        and in any case after so long
    /// @param attempts       failed attempts of one name at one address
    /// @param pause          after which nobody may try again for so long
    /// @param passwordLength the fewest characters of a password
    @ConfigurationProperties("sign-in")
    public record SignInSettings(Duration idle, Duration longest, int attempts, Duration pause, int passwordLength) {}

    /// What is accepted from outside.
    ///
    /// @param uploadBytes       size of one file, or of a text sent as body
    /// @param requestBytes      size of one request with all its files
    /// @param filesPerRequest   how many files one request may bring
    /// @param textCharacters    length of a file's text, in UTF-16 units
    /// @param segmentCharacters length of a text to be cut into words
    /// @param queryCharacters   length of a search query
    /// @param pageSize          most items of one answer
    /// @param extractions       files read at the same time; 0 means one a core and one a parser
    /// @param corrections       how many values one request may correct
    /// @param savedSearches     how many searches one user may keep
    /// @param pages             pages of a PDF or OFD
    /// @param archiveEntries    files within an archive, or within a document that is one (docx, ofd)
    /// @param archiveBytes      size of an archive's files together, unpacked
    /// @param archiveRatio      how many times larger a file within an archive may become when unpacked
    /// @param archiveDepth      archives within archives
    /// @param parseTime         how long reading one file may take
    /// @param stallTime         how long it may take without a further piece of text
    /// @param extractionWait    how long a file waits for its turn before the answer is "busy"
    /// @param nesting           elements, groups or parts of a message within one another
    /// @param tableColumns      columns of one table of a file
    /// @param sheetCells        cells of one sheet of a workbook
    /// @param pageLines         straight lines drawn on one page; a page with more counts as a picture that is
    ///                          not read
    /// @param tableRows         lines and rows of a section that its statutory table is looked for in; with more
    ///                          in all, a table is looked for in its own section only
    /// @param lineCharacters    length of such a line
    @ConfigurationProperties("limits")
    public record LimitSettings(
            @ReadableBytes long uploadBytes,
            @ReadableBytes long requestBytes,
            int filesPerRequest,
            int textCharacters,
            int segmentCharacters,
            int queryCharacters,
            int pageSize,
            int corrections,
            int savedSearches,
            int pages,
            int archiveEntries,
            @ReadableBytes long archiveBytes,
            int archiveRatio,
            int archiveDepth,
            Duration parseTime,
            Duration stallTime,
            int extractions,
            Duration extractionWait,
            int nesting,
            int tableColumns,
            int sheetCells,
            int pageLines,
            int tableRows,
            int lineCharacters) {}

    /// When the search index is put where a crash cannot take it; what it takes is taken in again at the next
    /// start.
    ///
    /// @param commitEvery   while changes come, at most this long after the last time
    /// @param commitChanges after so many changes at the latest
    @ConfigurationProperties("index")
    public record IndexSettings(Duration commitEvery, int commitChanges) {}

    /// The JVMs in which strangers' files are parsed.
    ///
    /// @param count  how many, and so how many such files are parsed at once
    /// @param memory heap of each
    /// @param files  files after which one is replaced
    /// @param patience how long a file waits for a free one
    @ConfigurationProperties("parsers")
    public record ParserSettings(int count, @ReadableBytes long memory, int files, Duration patience) {}

    /// Reading pictures of pages, by the Tesseract of this machine.
    ///
    /// @param enabled  whether it is done; else such files are refused
    /// @param command  the program's name, or its path
    /// @param language its language data
    /// @param dpi      dots an inch that pages are drawn with
    /// @param pages    most pages of one file
    /// @param pixels   largest picture
    /// @param lines    most lines of a table's borders on one page; one with more counts as a picture that is
    ///                 not read
    /// @param pageTime time for one page
    /// @param time     time for one file, beyond the limit for those with text
    @ConfigurationProperties("ocr")
    public record OcrSettings(
            boolean enabled,
            String command,
            String language,
            int dpi,
            int pages,
            int pixels,
            int lines,
            Duration pageTime,
            Duration time) {}

    /// Pages of PDF files as readers see them beside what was found.
    ///
    /// @param dpi    dots an inch that they are drawn with
    /// @param pixels largest picture; a larger page has fewer dots an inch
    /// @param time   longest for one page
    @ConfigurationProperties("page-pictures")
    public record PagePictureSettings(int dpi, int pixels, Duration time) {}

    /// How the supervising office goes about it.
    ///
    /// @param deadline   last day of the year after, `MM-dd`, on which a report is in time
    /// @param zone       whose days they are
    /// @param rankFrom   units of one kind and level that there must be before one of them is ranked
    /// @param importRows rows of a table of units that is read in
    /// @param batchFiles files of one batch, those of its archives included
    @ConfigurationProperties("supervision")
    public record SupervisionSettings(String deadline, String zone, int rankFrom, int importRows, int batchFiles) {}

    /// How others are told of changes.
    ///
    /// @param count          webhooks there may be
    /// @param attempts       after which a message is laid aside
    /// @param firstWait      after the first failed attempt; each wait after it is four times as long
    /// @param longestWait    longest wait between attempts
    /// @param every          how often is looked for changes
    /// @param keep           how long what was delivered is remembered
    /// @param timeout        for an answer
    /// @param localAddresses whether messages may go to this machine and to link-local addresses
    /// @param privateAddresses whether messages may go to addresses of the office's own network
    @ConfigurationProperties("webhooks")
    public record WebhookSettings(
            int count,
            int attempts,
            Duration firstWait,
            Duration longestWait,
            Duration every,
            Duration keep,
            Duration timeout,
            boolean localAddresses,
            boolean privateAddresses) {}
}
