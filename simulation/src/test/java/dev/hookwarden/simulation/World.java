package dev.hookwarden.simulation;

import dev.hookwarden.ingest.AwsClients;
import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.processor.ProcessorHandler;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.providerapi.PlainHttp;
import dev.hookwarden.rotation.CanaryRecords;
import dev.hookwarden.rotation.ProviderAnswer;
import dev.hookwarden.rotation.RotationHandler;
import dev.hookwarden.rotation.RotationPorts;
import dev.hookwarden.secrets.KeyringSettings;
import dev.hookwarden.simulation.aws.CallLog;
import dev.hookwarden.simulation.aws.Invocations;
import dev.hookwarden.simulation.aws.Outages;
import dev.hookwarden.simulation.aws.Trouble;
import dev.hookwarden.simulation.aws.Troubles;
import dev.hookwarden.simulation.canary.Canaries;
import dev.hookwarden.simulation.judge.Judge;
import dev.hookwarden.simulation.judge.KeyBook;
import dev.hookwarden.simulation.provider.ProviderSide;
import dev.hookwarden.simulation.provider.SignatureForm;
import dev.hookwarden.simulation.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** One run: the functions, what is around them, what happens to them, and the judge. */
final class World {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final int MOST_REDRIVES = 20;

    private final Scenario scenario;
    private final Parts parts;
    private final VirtualTime time = new VirtualTime(START);
    private final Invocations invocations = new Invocations();
    private final KeyBook keys = new KeyBook();
    private final Proofs proofs = new Proofs(keys);
    private final Canaries secretValues = new Canaries();
    private final List<String> trace = new ArrayList<>();
    private final Random random;
    private final CallLog calls;
    private final ProviderSide zenoo;
    private final ProviderSide jobsiteOn;
    private final Judge judge;
    private final Output output;
    private final AwsSide aws;
    private final AwsClients ingestClients;
    private final RotationPorts rotationPorts;
    private final Poller poller;
    private final Fleet fleet;
    private final Person person;
    private final Traffic traffic;
    private final Happenings happenings;

    /**
     * Wires everything; nothing happens yet.
     *
     * @param troubles what goes wrong with single calls
     */
    World(Scenario scenario, Parts parts, Troubles troubles) {
        this.scenario = scenario;
        this.parts = parts;
        this.random = new Random(scenario.seed());
        Outages outages = new Outages(troubles);
        this.calls = new CallLog(outages);
        this.zenoo = side(Provider.ZENOO, SignatureForm.ZENOO, false);
        this.jobsiteOn = side(Provider.JOBSITEON, SignatureForm.JOBSITEON, true);
        this.judge = new Judge(
                time, Map.of(zenoo.id(), zenoo, jobsiteOn.id(), jobsiteOn), keys, grace(), !scenario.hasFaults());
        this.output = new Output(time, secretValues, judge);
        this.aws = new AwsSide(
                time,
                random,
                invocations,
                calls,
                parts,
                keys,
                proofs,
                judge,
                new RotationCopies(this::rotationCopy, time, invocations, output),
                this::queued);
        this.ingestClients = aws.ingestClients();
        ProcessorHandler processor = new ProcessorHandler(Installation.PROCESSOR, aws.processorClients(), time, output);
        this.poller = new Poller(
                aws.queue(), parts.processor().apply(processor), time, invocations, judge, output, random, this::note);
        this.fleet = new Fleet(this::ingestCopy, parts.ingest(), time, invocations, judge, output, random);
        this.person = new Person(aws.secrets(), time, random, secretValues, judge, keys, this::note);
        this.traffic = new Traffic(zenoo, jobsiteOn, fleet, judge, output, time, random, this::note);
        Strangers strangers =
                new Strangers(List.of(zenoo, jobsiteOn), keys, traffic, fleet, judge, output, time, this::note);
        this.rotationPorts = ports(aws.rotationClients());
        this.happenings =
                new Happenings(scenario.seed(), aws, outages, poller, person, traffic, strangers, time, this::note);
        aws.bus().listen(new BusWatch(aws, output, judge)::published);
    }

    private ProviderSide side(Provider provider, SignatureForm form, boolean overlap) {
        return new ProviderSide(provider, form, overlap, ProviderSide.newKey(provider.id(), random));
    }

    /** How long a key may go on verifying: until the next read, or while none succeeds until the ring is too old. */
    private Duration grace() {
        KeyringSettings keyring = KeyringSettings.DEFAULT;
        return (scenario.hasFaults() ? keyring.staleIfError() : keyring.maxAge()).plus(keyring.refreshInterval());
    }

    private Copy ingestCopy() {
        return new Copy(parts.ingestConfig().apply(Installation.INGEST), ingestClients, time, output);
    }

    private RotationHandler rotationCopy() {
        return new RotationHandler(Installation.ROTATION, rotationPorts, output);
    }

    private RotationPorts ports(dev.hookwarden.rotation.AwsClients clients) {
        RotationPorts onAws = RotationPorts.on(
                Installation.ROTATION, clients, notice -> output.say(notice.toString()), PlainHttp.REFUSED, output);
        return new RotationPorts(
                onAws.secretsManager(),
                (provider, value) -> proved(value),
                (provider, headers, payload) -> posted(CanaryRequest.of(provider, headers, payload)),
                id -> returned(onAws.canaryRecords(), id),
                onAws.installations(),
                onAws.events(),
                onAws.notices(),
                time,
                time::pass,
                random);
    }

    private ProviderAnswer proved(String apiKey) {
        if (person.isAlive(apiKey)) {
            proofs.called(apiKey);
            return new ProviderAnswer.Accepted();
        }
        return new ProviderAnswer.Rejected(401);
    }

    private int posted(ProxyRequest canary) {
        int status = fleet.answer(canary).status();
        if (status == 200) {
            Stream.of(zenoo, jobsiteOn)
                    .filter(side -> canary.path().endsWith("/" + side.id()))
                    .forEach(side -> proofs.taken(side, canary));
        }
        return status;
    }

    private Optional<String> returned(CanaryRecords records, String id) {
        Optional<String> keyVersion = records.keyVersion(id);
        keyVersion.ifPresent(version -> proofs.returned(id));
        return keyVersion;
    }

    private void queued(String body, Map<String, String> attributes) {
        output.carry(body + attributes);
        poller.wake();
    }

    /** Lets all of it happen, and what follows from it, until nothing waits any more. */
    Result run(List<Action> story) {
        Map<Provider, ProviderSide> sides = new LinkedHashMap<>();
        sides.put(Provider.ZENOO, zenoo);
        sides.put(Provider.JOBSITEON, jobsiteOn);
        person.install(sides);
        story.forEach(action -> time.at(START.plus(action.at()), () -> happenings.perform(action)));
        time.run();
        for (int redrives = 0; redrives < MOST_REDRIVES && aws.queue().deadLetters() > 0; redrives++) {
            happenings.redrive();
            time.run();
        }
        judge.finish(aws.queue().size() + aws.queue().deadLetters(), aws.queue().expired());
        return result();
    }

    private void note(String what) {
        trace.add(time.instant() + " " + what);
    }

    private Result result() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("AWS calls, each try counted", calls.calls());
        for (Trouble trouble : Trouble.values()) {
            counts.put(trouble.name(), calls.count(trouble));
        }
        counts.put("processor killed", poller.killed());
        counts.put("dead-lettered", aws.queue().buried());
        counts.put("copies of ingest", fleet.started());
        counts.put("rotations", (long) person.rotated());
        counts.put("duplicates sent", traffic.duplicates());
        return new Result(
                scenario,
                judge.tally(),
                judge.violations(),
                calls.happened(),
                counts,
                Duration.between(START, time.instant()),
                trace);
    }
}
