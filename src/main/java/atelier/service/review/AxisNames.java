package atelier.service.review;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Short names that tell files from each other. */
final class AxisNames {

    private static final String ENDING = ".safetensors";

    private AxisNames() {}

    /**
     * One name for each file: its own where no other has it, else with as many of the folders above
     * it as it takes.
     *
     * @param files all different
     */
    static List<String> of(List<Path> files) {
        List<Path> places = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        List<String> names = new ArrayList<>();
        for (int parts = 1; ; parts++) {
            names.clear();
            for (Path place : places) {
                names.add(name(place, parts));
            }
            int longest = places.stream().mapToInt(Path::getNameCount).max().orElse(0);
            if (new HashSet<>(names).size() == names.size() || parts >= longest) {
                return names;
            }
        }
    }

    private static String name(Path place, int parts) {
        int count = place.getNameCount();
        String name =
                place.subpath(Math.max(0, count - parts), count).toString().replace('\\', '/');
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
