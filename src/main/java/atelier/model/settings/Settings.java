package atelier.model.settings;

import java.util.HashMap;
import java.util.Map;

/**
 * What the user has set, and what the window keeps for the next start.
 *
 * @param appearance how it looks and speaks
 * @param machine what it may take of the machine
 * @param remoteProviders whether anything may leave the machine without a click that asks for it
 * @param baseModel name of the model to use where no other is chosen; empty for any
 * @param checks of the library that come by themselves
 * @param window where it was left
 * @param drafts texts that were begun and not sent off yet, by names of the panels'
 */
public record Settings(
        Appearance appearance,
        MachineUse machine,
        boolean remoteProviders,
        String baseModel,
        HealthChecks checks,
        WindowState window,
        Map<String, String> drafts) {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    /** What holds where nothing was set. */
    public static final Settings DEFAULT =
            new Settings(
                    new Appearance("", Look.DARK, 100),
                    new MachineUse(DeviceChoice.AUTO, 0),
                    false,
                    "",
                    HealthChecks.NONE,
                    new WindowState(Double.NaN, Double.NaN, WIDTH, HEIGHT, false, "", Map.of()),
                    Map.of());

    /** Keeps a copy of the drafts. */
    public Settings {
        drafts = Map.copyOf(drafts);
    }

    /** The same with another look or language. */
    public Settings with(Appearance other) {
        return new Settings(other, machine, remoteProviders, baseModel, checks, window, drafts);
    }

    /** The same with another use of the machine. */
    public Settings with(MachineUse other) {
        return new Settings(appearance, other, remoteProviders, baseModel, checks, window, drafts);
    }

    /** The same with remote providers on or off. */
    public Settings withRemoteProviders(boolean on) {
        return new Settings(appearance, machine, on, baseModel, checks, window, drafts);
    }

    /** The same with another model to use where no other is chosen. */
    public Settings withBaseModel(String name) {
        return new Settings(appearance, machine, remoteProviders, name, checks, window, drafts);
    }

    /** The same with other checks of the library. */
    public Settings with(HealthChecks other) {
        return new Settings(appearance, machine, remoteProviders, baseModel, other, window, drafts);
    }

    /** The same with the window elsewhere. */
    public Settings with(WindowState other) {
        return new Settings(appearance, machine, remoteProviders, baseModel, checks, other, drafts);
    }

    /**
     * The same with a text that was begun.
     *
     * @param text empty once it is sent off
     */
    public Settings withDraft(String name, String text) {
        Map<String, String> all = new HashMap<>(drafts);
        if (text.isEmpty()) {
            all.remove(name);
        } else {
            all.put(name, text);
        }
        return new Settings(appearance, machine, remoteProviders, baseModel, checks, window, all);
    }
}
