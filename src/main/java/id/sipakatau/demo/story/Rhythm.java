package id.sipakatau.demo.story;

import id.sipakatau.city.City;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/** Spreads complaints over the days until now and over the matters, as the seasons, the week and the weather go. */
final class Rhythm {

    /** How far back the stories begin. */
    static final int MONTHS = 14;

    /** The program became known: at the end twelve times as much is sent as at the beginning, e to this power. */
    private static final double GROWTH = 2.5;

    private final List<Matter> matters;
    private final LocalDate first;
    private final ZonedDateTime now;
    private final double[] upTo;

    /** A complaint to come. */
    record Due(long index, LocalDate day, Matter matter) {}

    Rhythm(City city, List<Matter> matters, long seed, Instant now) {
        this.matters = matters;
        this.now = now.atZone(city.zone());
        var today = this.now.toLocalDate();
        first = today.minusMonths(MONTHS);
        var weather = new Weather(seed);
        int days = (int) ChronoUnit.DAYS.between(first, today) + 1;
        upTo = new double[days * matters.size() + 1];
        for (int d = 0; d < days; d++) {
            var day = first.plusDays(d);
            double known = Math.exp(GROWTH * d / days);
            for (int m = 0; m < matters.size(); m++) {
                var matter = matters.get(m);
                double weight = matter.weight() * known * matter.season().weight(day, weather, city.calendar());
                int at = d * matters.size() + m;
                upTo[at + 1] = upTo[at] + weight * shareOf(day, matter);
            }
        }
    }

    /** The share of the day that is over: 1, but for today. */
    double shareOf(LocalDate day, Matter matter) {
        return day.equals(now.toLocalDate()) ? matter.hours().doneBy(now.toLocalTime()) : 1;
    }

    /** When on its day a complaint is written; before now. */
    LocalTime time(Due due, SplittableRandom random) {
        return due.matter.hours().any(shareOf(due.day, due.matter), random);
    }

    /** So many complaints, day by day. */
    Iterator<List<Due>> days(long count) {
        return new Iterator<>() {
            private long next;
            private int at;

            @Override
            public boolean hasNext() {
                return next < count;
            }

            @Override
            public List<Due> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                var day = new ArrayList<Due>();
                int dayNumber = -1;
                while (next < count) {
                    int found = find(next, count, at);
                    int itsDay = found / matters.size();
                    if (dayNumber >= 0 && itsDay != dayNumber) {
                        break;
                    }
                    dayNumber = itsDay;
                    at = found;
                    day.add(new Due(next, first.plusDays(itsDay), matters.get(found % matters.size())));
                    next++;
                }
                return day;
            }
        };
    }

    /** Each complaint has its even share of the whole, so that a thousand and a million are spread alike. */
    private int find(long index, long count, int from) {
        double scattered = new SplittableRandom(index * 7919 + count).nextDouble();
        double wanted = (index + scattered) / count * upTo[upTo.length - 1];
        int at = from;
        while (at < upTo.length - 2 && upTo[at + 1] <= wanted) {
            at++;
        }
        return at;
    }
}
