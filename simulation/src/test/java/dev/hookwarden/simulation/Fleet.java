package dev.hookwarden.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hookwarden.local.lambda.ApiGatewayProxy;
import dev.hookwarden.local.lambda.ProxyAnswer;
import dev.hookwarden.local.lambda.ProxyRequest;
import dev.hookwarden.provider.Provider;
import dev.hookwarden.secrets.KeyringSettings;
import dev.hookwarden.simulation.aws.Invocation;
import dev.hookwarden.simulation.aws.Invocations;
import dev.hookwarden.simulation.aws.Killed;
import dev.hookwarden.simulation.judge.Judge;
import dev.hookwarden.simulation.time.VirtualTime;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The running copies of ingest behind the gateway; they start cold, answer, and die. */
final class Fleet {
    private static final int MOST_COPIES = 8;
    private static final int REQUESTS_PER_COLD_START = 300;

    private final Supplier<Copy> coldStart;
    private final UnaryOperator<RequestStreamHandler> part;
    private final VirtualTime time;
    private final Invocations invocations;
    private final Judge judge;
    private final Output output;
    private final Random random;
    private final List<Copy> copies = new ArrayList<>();
    private long started;

    /** What came back, and whether something went wrong on the way that would excuse a 5xx. */
    record Answered(ProxyAnswer answer, boolean excused) {
        int status() {
            return answer.status();
        }
    }

    Fleet(
            Supplier<Copy> coldStart,
            UnaryOperator<RequestStreamHandler> part,
            VirtualTime time,
            Invocations invocations,
            Judge judge,
            Output output,
            Random random) {
        this.coldStart = coldStart;
        this.part = part;
        this.time = time;
        this.invocations = invocations;
        this.judge = judge;
        this.output = output;
        this.random = random;
    }

    Answered answer(ProxyRequest request) {
        Copy copy = copyFor(request);
        Invocation invocation = new Invocation("ingest", time.instant().plus(Installation.INGEST_TIMEOUT));
        Instant lately = time.instant().minus(KeyringSettings.DEFAULT.refreshInterval());
        boolean troubledBefore = copy.wasTroubledSince(lately);
        copy.begin(invocation);
        try {
            ApiGatewayProxy gateway = new ApiGatewayProxy(watched(part.apply(copy.function())));
            ProxyAnswer answer = invocations.run(invocation, () -> gateway.answer(request));
            output.say(answer.headers() + answer.body());
            return new Answered(answer, troubledBefore || invocation.wasTroubled());
        } catch (Killed killed) {
            copies.remove(copy);
            return new Answered(
                    ProxyAnswer.timedOut(), troubledBefore || invocation.wasTroubled() || invocation.wasHeldUp());
        } finally {
            copy.end(invocation, time.instant());
        }
    }

    private RequestStreamHandler watched(RequestStreamHandler function) {
        return (event, answer, context) -> {
            try {
                function.handleRequest(event, answer, context);
            } catch (IOException | RuntimeException fault) {
                output.thrown(fault);
                judge.threw(fault, "ingest");
                throw fault;
            }
        };
    }

    private Copy copyFor(ProxyRequest request) {
        String route = request.path().substring(request.path().lastIndexOf('/') + 1);
        String keyId = Provider.withId(route)
                .map(provider -> provider.signingKey().id())
                .orElse("");
        List<Copy> free = copies.stream()
                .filter(copy -> copy.isFree() && !copy.mayOrMayNotRead(keyId, time.instant()))
                .toList();
        if (free.isEmpty() || random.nextInt(REQUESTS_PER_COLD_START) == 0) {
            if (copies.size() >= MOST_COPIES) {
                copies.remove(random.nextInt(copies.size()));
            }
            Copy fresh = coldStart.get();
            copies.add(fresh);
            started++;
            return fresh;
        }
        return free.get(random.nextInt(free.size()));
    }

    /** How many copies ever started. */
    long started() {
        return started;
    }
}
