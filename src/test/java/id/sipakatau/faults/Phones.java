package id.sipakatau.faults;

/** Phones that send complaints until all have arrived. */
interface Phones extends AutoCloseable {

    /** Gives a complaint to a phone, which keeps it until the server has said that it has it. */
    void write(Written complaint);

    /** Lets the phones go on for a moment. Returns how many complaints are not received yet. */
    int goOn();

    @Override
    void close();
}
