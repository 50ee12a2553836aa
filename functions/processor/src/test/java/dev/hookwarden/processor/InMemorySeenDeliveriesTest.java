package dev.hookwarden.processor;

class InMemorySeenDeliveriesTest implements SeenDeliveriesContract {
    private final InMemorySeenDeliveries seen = new InMemorySeenDeliveries();

    @Override
    public SeenDeliveries seen() {
        return seen;
    }
}
