package atelier.service.generation.metadata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The text that AUTOMATIC1111's webui puts under an image: the prompt, a line that starts with
 * "Negative prompt:", and one last line of parameters, "Steps: 20, Sampler: Euler a, …", whose
 * values are JSON strings where they hold a comma, a colon or a line break.
 *
 * @param prompt may have several lines
 * @param negative the same; empty where there is none
 * @param parameters by name, regardless of case; empty where the text is a prompt alone
 */
record Infotext(String prompt, String negative, Map<String, String> parameters) {

    private static final String NEGATIVE = "Negative prompt:";
    private static final int FEWEST_PARAMETERS = 3;

    /** The lengths are bounded so that hostile text takes linear time. */
    private static final Pattern KEY =
            Pattern.compile(
                    "\\s{0,8}(\\w[\\w \\-/]{1,63}):\\s{0,8}", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern STEPS = Pattern.compile("\\s*Steps: *\\d");

    /** Reads such a text; never fails, as any text is at least a prompt. */
    static Infotext parse(String text) {
        List<String> lines = List.of(text.strip().split("\n", -1));
        int last = parameterLine(lines);
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        for (String line : lines.subList(last, lines.size())) {
            parameters(line).forEach(parameters::putIfAbsent);
        }
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        parameters.forEach(byName::putIfAbsent);
        List<String> prompt = new ArrayList<>();
        List<String> negative = new ArrayList<>();
        List<String> current = prompt;
        for (String line : lines.subList(0, last)) {
            String stripped = line.strip();
            if (stripped.startsWith(NEGATIVE)) {
                current = negative;
                stripped = stripped.substring(NEGATIVE.length()).strip();
            }
            current.add(stripped);
        }
        return new Infotext(
                String.join("\n", prompt).strip(),
                String.join("\n", negative).strip(),
                Collections.unmodifiableMap(byName));
    }

    /**
     * Where the parameters are: the last line, if it holds enough of them, else the last one that
     * starts with the steps, as some extensions add lines of their own; else behind everything.
     */
    private static int parameterLine(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            boolean candidate = i == lines.size() - 1 || STEPS.matcher(lines.get(i)).lookingAt();
            if (candidate && parameters(lines.get(i)).size() >= FEWEST_PARAMETERS) {
                return i;
            }
        }
        return lines.size();
    }

    /** The parameters of a line; of those that occur twice the first. */
    private static SequencedMap<String, String> parameters(String line) {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        Matcher key = KEY.matcher(line);
        int at = 0;
        while (at < line.length() && key.find(at)) {
            int start = key.end();
            int end = quotedEnd(line, start);
            if (end < 0) {
                int comma = line.indexOf(',', start);
                end = comma < 0 ? line.length() : comma;
            }
            parameters.putIfAbsent(key.group(1), unquote(line.substring(start, end)));
            at = end + 1;
        }
        return parameters;
    }

    /** Where a quoted value ends that starts here and fills its place; −1 where there is none. */
    private static int quotedEnd(String line, int start) {
        if (start >= line.length() || line.charAt(start) != '"') {
            return -1;
        }
        int at = start + 1;
        while (at < line.length() && line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        boolean closed = at < line.length() && at > start + 1;
        boolean full = closed && (at + 1 == line.length() || line.charAt(at + 1) == ',');
        return full ? at + 1 : -1;
    }

    private static String unquote(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        try {
            return Json.MAPPER.readValue(value, String.class);
        } catch (JacksonException e) {
            return value;
        }
    }

    /** The parameter of that name; null where there is none or it is empty. */
    @Nullable String get(String name) {
        String value = parameters.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** A number in the shortest form: 7 and 7.5, never 7.0 or 1E-5. */
    static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
