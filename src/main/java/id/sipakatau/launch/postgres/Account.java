package id.sipakatau.launch.postgres;

import com.sun.security.auth.module.UnixSystem;
import id.sipakatau.launch.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account under which the embedded PostgreSQL runs: our own, or, since PostgreSQL refuses to run as root, an
 * unprivileged one entered with {@code setpriv}.
 */
sealed interface Account {

    /** System accounts that may own the database of a program started by root, the best first. */
    List<String> CANDIDATES = List.of("sipakatau", "postgres", "nobody");

    /** The command line that runs {@code command} under this account. */
    List<String> running(List<String> command);

    /** Gives {@code path} to this account. */
    void own(Path path) throws IOException;

    /** The account for a new cluster. */
    static Account forNewCluster() throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return new Ourselves();
        }
        for (var name : CANDIDATES) {
            try (var lines = Files.lines(Path.of("/etc/passwd"))) {
                var entry = lines.filter(line -> line.startsWith(name + ":")).findFirst();
                if (entry.isPresent()) {
                    var fields = entry.get().split(":");
                    return new Other(Long.parseLong(fields[2]), Long.parseLong(fields[3]), List.of());
                }
            }
        }
        throw new LaunchFailure(
                "PostgreSQL tidak boleh berjalan sebagai root dan akun biasa tidak ditemukan. Jalankan program ini sebagai pengguna biasa.",
                "PostgreSQL must not run as root and no unprivileged account was found. Start this program as an ordinary user.");
    }

    /** The account that owns the cluster in {@code folder}, which may have been made under another one than today's. */
    static Account ofOwner(Path folder) throws IOException {
        var us = new UnixSystem().getUid();
        var owner = ((Number) Files.getAttribute(folder, "unix:uid")).longValue();
        if (owner == us) {
            return new Ourselves();
        }
        if (us == 0) {
            return new Other(owner, ((Number) Files.getAttribute(folder, "unix:gid")).longValue(), List.of());
        }
        throw new LaunchFailure(
                "Folder " + folder
                        + " milik pengguna lain; jalankan program ini sebagai pengguna itu atau pilih folder lain dengan --data.",
                "Folder " + folder
                        + " belongs to another user; start this program as that user or choose another folder with --data.");
    }

    /** This account with what it needs to get at {@code paths}. */
    Account reaching(List<Path> paths) throws IOException, InterruptedException;

    /** The account of the person who started the program. */
    record Ourselves() implements Account {
        @Override
        public List<String> running(List<String> command) {
            return command;
        }

        @Override
        public void own(Path path) {}

        @Override
        public Account reaching(List<Path> paths) {
            return this;
        }
    }

    /** An unprivileged account that root enters. */
    record Other(long uid, long gid, List<String> privileges) implements Account {

        /**
         * Lets the account walk through folders closed to it, such as /root above a clone of root's. The second option
         * keeps the first one in force for access(2), by which PostgreSQL checks its own programs.
         */
        private static final List<String> SEARCH_ANYWHERE = List.of(
                "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search", "--securebits=+no_setuid_fixup");

        @Override
        public List<String> running(List<String> command) {
            var enter = List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups");
            return Stream.of(enter, privileges, command).flatMap(List::stream).toList();
        }

        @Override
        public void own(Path path) throws IOException {
            Files.setAttribute(path, "unix:uid", (int) uid);
            Files.setAttribute(path, "unix:gid", (int) gid);
        }

        @Override
        public Account reaching(List<Path> paths) throws IOException, InterruptedException {
            var searching = new Other(uid, gid, SEARCH_ANYWHERE);
            if (canRead(paths)) {
                return this;
            }
            if (searching.canRead(paths)) {
                return searching;
            }
            throw new LaunchFailure(
                    "Akun basis data (uid " + uid + ") tidak dapat membaca " + paths
                            + ". Pilih folder lain dengan --data, misalnya /var/lib/sipakatau.",
                    "The database account (uid " + uid + ") can't read " + paths
                            + ". Choose another folder with --data, such as /var/lib/sipakatau.");
        }

        private boolean canRead(List<Path> paths) throws IOException, InterruptedException {
            for (var path : paths) {
                var check = new ArrayList<>(running(List.of("test", "-r", path.toString())));
                if (new ProcessBuilder(check)
                                .directory(Path.of("/").toFile())
                                .start()
                                .waitFor()
                        != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
