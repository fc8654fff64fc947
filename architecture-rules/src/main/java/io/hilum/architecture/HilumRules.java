package io.hilum.architecture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/**
 * The rules. A service runs them with {@code ArchTests.in(HilumRules.class)} over its own
 * packages.
 */
public final class HilumRules {

	@ArchTest
	static final ArchRule FEATURES_ARE_FREE_OF_CYCLES = SlicesRuleDefinition.slices()
		.matching("io.hilum.(*).(*)..")
		.should()
		.beFreeOfCycles()
		.allowEmptyShould(true)
		.because("a feature that needs its user cannot be read, tested or moved alone");

	@ArchTest
	static final ArchRule NAMES_SAY_WHAT_A_TYPE_DOES = ArchRuleDefinition.noClasses()
		.should()
		.haveNameMatching(".*(Impl|Utils?|Helper|Manager|Processor|DTO|VO|Base)")
		.orShould()
		.haveNameMatching(".*\\.Abstract[A-Z].*")
		.because("such a suffix stands where a name from the domain is missing");

	@ArchTest
	static final ArchRule NO_STANDARD_STREAMS = ArchRuleDefinition.noClasses()
		.that()
		.haveSimpleNameNotEndingWith("Command")
		.should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
		.because("only a command speaks to a terminal, everything else logs in structured form");

	@ArchTest
	static final ArchRule NO_FIELD_INJECTION = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

	@ArchTest
	static final ArchRule NO_JAVA_UTIL_LOGGING = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

	@ArchTest
	static final ArchRule NO_BLOCKING_ON_REACTOR = ArchRuleDefinition.noClasses()
		.should()
		.callMethodWhere(blockingReactorCall())
		.because("a blocked event loop stops every other request of the process");

	@ArchTest
	static final ArchRule TIME_COMES_FROM_A_CLOCK = ArchRuleDefinition.noClasses()
		.should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(LocalDate.class, "now")
		.orShould()
		.callMethod(LocalDateTime.class, "now")
		.orShould()
		.callConstructor(Date.class)
		.because("what reads the wall clock by itself cannot be tested at another time: inject java.time.Clock");

	@ArchTest
	static final ArchRule SENSITIVE_TEXT_IS_NOT_LOGGED = ArchRuleDefinition.noClasses()
		.that()
		.haveSimpleNameNotEndingWith("Tests")
		.should()
		.dependOnClassesThat(loggersOf("java.util.logging", "org.apache.logging.log4j"))
		.because("one logging bridge (SLF4J) is filtered for text of patients, others are not");

	private HilumRules() {
	}

	private static DescribedPredicate<JavaCall<?>> blockingReactorCall() {
		return DescribedPredicate.describe("a blocking call of Reactor",
				(call) -> call.getTargetOwner().getPackageName().startsWith("reactor.core.publisher")
						&& call.getName().matches("block(First|Last|Optional)?|toIterable|toStream"));
	}

	private static DescribedPredicate<JavaClass> loggersOf(String... packages) {
		return JavaClass.Predicates.resideInAnyPackage(packages);
	}

}
