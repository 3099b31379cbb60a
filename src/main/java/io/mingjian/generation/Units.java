package io.mingjian.generation;

import java.util.List;

/// Invented units, one after the other: a city's government and its bureaus, then county by county the same with
/// the county's towns. Every number has a name of its own.
final class Units {
    private static final int COUNTIES = 8;
    private static final int TOWNS = 12;

    private final Phrases.Names names;
    private final int ofGovernment;
    private final int ofCounty;
    private final int ofCity;

    Units(Phrases.Names names) {
        this.names = names;
        this.ofGovernment = 1 + names.bureaus().size();
        this.ofCounty = ofGovernment + TOWNS;
        this.ofCity = ofGovernment + COUNTIES * ofCounty;
    }

    /// How many units there are; the next one would be the first again.
    int count() {
        return places() * ofCity;
    }

    String name(int number) {
        int city = Math.floorMod(number, count()) / ofCity;
        int within = Math.floorMod(number, ofCity);
        String cityName = place(city, names.cities());
        if (within < ofGovernment) {
            return cityName + office(within);
        }
        int county = (within - ofGovernment) / ofCounty;
        int office = (within - ofGovernment) % ofCounty;
        // Far from the city's own name and, within the city, each another one.
        String countyName =
                cityName + place(city * COUNTIES + county + names.second().size() / 2, names.counties());
        if (office < ofGovernment) {
            return countyName + office(office);
        }
        int town = office - ofGovernment;
        return countyName + place(number + town + names.first().size(), names.towns());
    }

    private String office(int number) {
        return number == 0 ? names.government() : names.bureaus().get(number - 1);
    }

    private int places() {
        return names.first().size() * names.second().size();
    }

    /// The name of a place: neighbours differ in both characters.
    private String place(int number, List<String> endings) {
        int index = Math.floorMod(number, places());
        int first = index % names.first().size();
        int second = (index + index / names.first().size()) % names.second().size();
        return names.first().get(first) + names.second().get(second) + endings.get(index % endings.size());
    }
}
