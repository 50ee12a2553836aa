package dev.hookwarden.providerapi.limit;

class InMemoryLeaseTableTest implements LeaseTableContract {
    private final InMemoryLeaseTable table = new InMemoryLeaseTable();

    @Override
    public LeaseTable table() {
        return table;
    }

    @Override
    public void forget(String limit) {
        table.forget(limit);
    }
}
