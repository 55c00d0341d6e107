package id.sipakatau.city.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A CSV file (RFC 4180, comma, first line with the names of the columns) whose columns are known beforehand. */
public final class CsvFile {

    private final SourceFile file;
    private final List<String> columns;

    /** @param columns the names that the first line must have, in this order */
    public CsvFile(SourceFile file, String... columns) {
        this.file = file;
        this.columns = List.of(columns);
    }

    /** The rows after the first line; those with a wrong number of cells are reported and left out. */
    public List<Row> rows() {
        return file.text().map(this::parse).orElse(List.of());
    }

    private List<Row> parse(String text) {
        List<Record> records = new Scanner(text).records();
        if (records.isEmpty() || !records.getFirst().cells().equals(columns)) {
            file.fault(1, "the columns must be " + String.join(",", columns));
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (Record each : records.subList(1, records.size())) {
            if (each.cells().size() == columns.size()) {
                rows.add(row(each));
            } else {
                file.fault(
                        each.line(),
                        "there must be " + columns.size() + " cells, but there are "
                                + each.cells().size());
            }
        }
        if (rows.isEmpty()) {
            file.fault(0, "the file has no rows");
        }
        return rows;
    }

    private Row row(Record cells) {
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            byColumn.put(columns.get(i), cells.cells().get(i).strip());
        }
        return new Row(file, cells.line(), byColumn);
    }

    /** A row of a CSV file. */
    public record Row(SourceFile file, int line, Map<String, String> cells) {

        /** The cell of a column, which must not be empty. */
        public Value value(String column) {
            String text = cells.get(column);
            if (text == null) {
                throw new IllegalArgumentException("no such column: " + column);
            }
            if (text.isEmpty()) {
                file.fault(line, "'" + column + "' is empty");
            }
            return new Value(file, line, column, text.isEmpty() ? null : text);
        }

        /** Records a fault of the row as a whole. */
        public void fault(String message) {
            file.fault(line, message);
        }
    }

    private record Record(int line, List<String> cells) {}

    /** Splits text into cells; a quoted cell may hold commas, line breaks and doubled quotes. */
    private static final class Scanner {

        private final String text;
        private int at;
        private int line = 1;

        Scanner(String text) {
            this.text = text.replace("\r\n", "\n");
        }

        List<Record> records() {
            List<Record> records = new ArrayList<>();
            while (at < text.length()) {
                int start = line;
                List<String> cells = cells();
                if (cells.size() > 1 || !cells.getFirst().isBlank()) {
                    records.add(new Record(start, cells));
                }
            }
            return records;
        }

        private List<String> cells() {
            List<String> cells = new ArrayList<>();
            do {
                cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            } while (at < text.length() && text.charAt(at++) == ',');
            line++;
            return cells;
        }

        private String plain() {
            int start = at;
            while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
                at++;
            }
            return text.substring(start, at);
        }

        private String quoted() {
            StringBuilder cell = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '"' && (at == text.length() || text.charAt(at) != '"')) {
                    break;
                }
                if (c == '"') {
                    at++;
                } else if (c == '\n') {
                    line++;
                }
                cell.append(c);
            }
            // What stands between a closing quote and the next comma belongs to no cell by the standard; keep it.
            return cell + plain();
        }
    }
}
