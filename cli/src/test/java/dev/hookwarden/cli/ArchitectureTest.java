package dev.hookwarden.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/architecture.md says of who may know whom. This module sees every other one. */
class ArchitectureTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.hookwarden");

    private static final String[] CORE =
            packages("config", "delivery", "http", "json", "log", "provider", "signing", "verification");
    private static final String[] FUNCTIONS = packages("ingest", "probe", "processor", "rotation");
    private static final String[] SHARED = packages("logging", "providerapi", "secrets");
    private static final String[] AWS = {"software.amazon..", "com.amazonaws.."};

    @Test
    void coreKnowsNothingOfAws() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(AWS)
                .check(CLASSES);
    }

    @Test
    void coreKnowsNoOtherModule() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.of(CORE, new String[] {
                            "java..", "javax.crypto..", "com.fasterxml.jackson.core..", "org.jspecify.."
                        })
                        .flatMap(Stream::of)
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    static Stream<String> functions() {
        return Stream.of(FUNCTIONS);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionKnowsNoOtherFunction(String function) {
        String[] others = functions().filter(other -> !other.equals(function)).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(function)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @Test
    void whatFunctionsShareKnowsNoFunction() {
        noClasses()
                .that()
                .resideInAnyPackage(SHARED)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FUNCTIONS)
                .check(CLASSES);
    }

    @Test
    void breaksWhenThereIsNothingToHoldAgainstTheRules() {
        assertThat(Stream.of(CORE, SHARED, FUNCTIONS).flatMap(Stream::of))
                .allSatisfy(
                        name -> assertThat(CLASSES.that(resideInAPackage(name))).isNotEmpty());
    }

    @Test
    void whatIsDeployedKnowsNothingOfWhatRunsLocally() {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages("local", "cli", "benchmarks", "simulation"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages("local", "cli", "benchmarks", "simulation"))
                .check(CLASSES);
    }

    @Test
    void whatExplainsRefusalsKnowsCoreAloneAndNoFunctionKnowsIt() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        Stream.of(CORE, SHARED, FUNCTIONS).flatMap(Stream::of).toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages("explain"))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage(packages("explain"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Stream.of(SHARED, FUNCTIONS, packages("local", "cli"), AWS)
                        .flatMap(Stream::of)
                        .toArray(String[]::new))
                .check(CLASSES);
    }

    /** RotationPorts makes the adapters; RotationLog tells a fault of AWS from one of ours. */
    @Test
    void awsTypesStayInHandlersAndAdapters() {
        classes()
                .that()
                .resideInAnyPackage(FUNCTIONS)
                .and()
                .haveNameNotMatching(
                        ".*\\.(Aws|CloudWatch|S3|Sqs|SecretsManager|DynamoDb|EventBridge|PutEvents|Sns|RotationPorts|RotationLog)[\\w$]*|.*Handler")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(AWS)
                .check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.hookwarden.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    private static String[] packages(String... names) {
        return Stream.of(names).map(name -> "dev.hookwarden." + name + "..").toArray(String[]::new);
    }
}
