package id.sipakatau.demo.story;

import id.sipakatau.city.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** How a kind of matter rises and falls over the year and the week. */
enum Season {
    /** The same all year; a little more on working days. */
    EVEN {
        @Override
        double weight(LocalDate day, Weather weather, WorkingCalendar calendar) {
            return week(day);
        }
    },
    /** With the rains. */
    RAIN {
        @Override
        double weight(LocalDate day, Weather weather, WorkingCalendar calendar) {
            return week(day) * (0.3 + 1.6 * weather.wetness(day));
        }
    },
    /** On days of heavy rain and storm, and hardly else. */
    STORM {
        @Override
        double weight(LocalDate day, Weather weather, WorkingCalendar calendar) {
            return 0.04 + weather.storm(day);
        }
    },
    /** In the dry months. */
    DRY {
        @Override
        double weight(LocalDate day, Weather weather, WorkingCalendar calendar) {
            return week(day) * (0.4 + 1.1 * (1 - weather.wetness(day)));
        }
    },
    /** Only when it has not rained for long. */
    DROUGHT {
        @Override
        double weight(LocalDate day, Weather weather, WorkingCalendar calendar) {
            double dryness = 1 - weather.wetness(day);
            return 0.08 + 1.9 * dryness * dryness * dryness;
        }
    },
    /** More when people are out: weekends and holidays. */
    HOLIDAY {
        @Override
        double weight(LocalDate day, Weather weather, WorkingCalendar calendar) {
            return calendar.isWorkingDay(day) ? 0.9 : 1.4;
        }
    },
    /** With the visitors: weekends, public holidays, the school holidays in June, July and at the turn of the year. */
    VISITORS {
        @Override
        double weight(LocalDate day, Weather weather, WorkingCalendar calendar) {
            double free = calendar.isWorkingDay(day) ? 0.7 : 1.7;
            int date = day.getMonthValue() * 100 + day.getDayOfMonth();
            boolean schoolHoliday = date >= 618 && date <= 713 || date >= 1220 || date <= 104;
            return free * (schoolHoliday ? 1.7 : 1) * (1.1 - 0.35 * weather.storm(day) / Weather.HEAVIEST);
        }
    };

    /** How much of it there is on that day, about 1 on average. */
    abstract double weight(LocalDate day, Weather weather, WorkingCalendar calendar);

    private static double week(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.MONDAY
                ? 1.28
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.72 : day.getDayOfWeek() == DayOfWeek.SATURDAY ? 0.9 : 1.05;
    }
}
