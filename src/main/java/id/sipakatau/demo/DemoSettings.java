package id.sipakatau.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What a demo is filled with. */
@ConfigMapping(prefix = "sipakatau.demo")
interface DemoSettings {

    /** How many complaints, 0 or more. */
    @WithDefault("3000")
    long complaints();

    /** Another number makes another demo; the same one makes the same. */
    @WithDefault("1")
    long seed();

    /** Whether this start is for nothing but filling a new demo, so that finding one filled already is a failure. */
    @WithDefault("false")
    boolean mustFill();

    /**
     * About how many streets are drawn for all kinds of photographs together, each as it was reported and as it looks once
     * settled. Every kind has at least one, what is often photographed has more.
     */
    @WithDefault("110")
    int streets();

    /** Where the drawn photographs are kept in stock, so that they are drawn once for all demos. */
    @WithDefault("${sipakatau.data:data}/demo-pictures")
    Path pictures();
}
