package dev.hookwarden.simulation;

/** A number that whoever starts a run may choose: {@code -Dhookwarden.deliveries=1000}. */
public final class Quantity {
    private Quantity() {}

    /**
     * What the system property says, or the other number where it isn't set.
     *
     * @throws IllegalArgumentException if it is set to anything but a whole number from 1 on; names it
     */
    public static int of(String property, int otherwise) {
        long quantity = number(property, otherwise);
        if (quantity < 1 || quantity > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(property + " must be from 1 to " + Integer.MAX_VALUE);
        }
        return (int) quantity;
    }

    /**
     * The seed of a run: {@code hookwarden.seed}, or 20261122 where it isn't set.
     *
     * @throws IllegalArgumentException if it is set to anything but a whole number
     */
    public static long seed() {
        return number("hookwarden.seed", 20_261_122L);
    }

    private static long number(String property, long otherwise) {
        String text = System.getProperty(property, Long.toString(otherwise));
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(property + " must be a whole number, as 1000", notANumber);
        }
    }
}
