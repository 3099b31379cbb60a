package io.mingjian.cli.batch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The files of a folder and of those within it, in the order of their names. Links to folders are not followed,
/// since they may lead around in a circle; hidden files and the locks of word processors are no documents.
final class SourceFiles extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Set<Path> ours;
    private final List<SourceFile> found = new ArrayList<>();

    private SourceFiles(Path root, Set<Path> ours) {
        this.root = root;
        this.ours = ours;
    }

    /// A file, or a folder that cannot be opened.
    ///
    /// @param name   its path from the root, parts joined by `/` on every system
    /// @param usable whether there is a file that may be read
    record SourceFile(Path path, String name, boolean usable) {}

    /// @param root a folder, or a file by itself
    /// @param ours what the batch itself writes, left out
    static List<SourceFile> of(Path root, Set<Path> ours) throws IOException {
        if (Files.isRegularFile(root)) {
            return List.of(new SourceFile(root, String.valueOf(root.getFileName()), Files.isReadable(root)));
        }
        SourceFiles files = new SourceFiles(root, ours);
        Files.walkFileTree(root, files);
        files.found.sort(Comparator.comparing(SourceFile::name));
        return files.found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean hidden = !folder.equals(root) && isNoDocument(folder);
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        boolean folder = attributes.isSymbolicLink() && Files.isDirectory(file);
        if (!folder
                && !isNoDocument(file)
                && !ours.contains(file.toAbsolutePath().normalize())) {
            found.add(source(file, Files.isRegularFile(file) && Files.isReadable(file)));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
        found.add(source(file, false));
        return FileVisitResult.CONTINUE;
    }

    /// A folder that ends in the middle of its list: what was listed is taken, and that there is more is told.
    @Override
    public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException reason) {
        if (reason != null) {
            found.add(source(folder, false));
        }
        return FileVisitResult.CONTINUE;
    }

    private SourceFile source(Path path, boolean usable) {
        StringBuilder name = new StringBuilder();
        for (Path part : root.relativize(path)) {
            name.append(name.isEmpty() ? "" : "/").append(part);
        }
        return new SourceFile(path, name.toString(), usable);
    }

    private static boolean isNoDocument(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.startsWith("~$");
    }
}
