package id.sipakatau.evidence;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the store once the settings have proved to be within their bounds, so that nothing works with a wrong one. */
final class StoreAtStart {

    private StoreAtStart() {}

    @Produces
    @Singleton
    static PhotoStore open(EvidenceSettings settings) {
        SettingsCheck.check(settings);
        return new FolderStore(settings.folder());
    }
}
