package io.hilum.rag;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.hilum.architecture.HilumRules;
import io.hilum.trust.text.PhiText;

/**
 * The rules of {@link HilumRules} over this service, and its own.
 */
@AnalyzeClasses(packagesOf = RagArchitectureTests.class, importOptions = ImportOption.DoNotIncludeTests.class)
class RagArchitectureTests {

	@ArchTest
	static final ArchTests RULES = ArchTests.in(HilumRules.class);

	@ArchTest
	static final ArchRule TEXT_IS_REVEALED_ONLY_WHERE_IT_IS_WORKED_ON = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackages("..chunk..", "..document..", "..embed.http..", "..embed.onnx..", "..index.lucene..",
				"..ingest..", "..read.process..", "..retrieve.web..")
		.should()
		.callMethod(PhiText.class, "reveal")
		.because("whoever does not seal, cut, index or answer with a text has no use for it");

	@ArchTest
	static final ArchRule TECHNOLOGY_STAYS_IN_ITS_ADAPTER = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackages("..r2dbc..", "..lucene..", "..tika..", "..onnx..", "..journal..", "..postgres..")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.r2dbc..", "org.springframework.r2dbc..", "org.apache.lucene..", "org.apache.tika..",
				"ai.onnxruntime..", "dev.langchain4j..", "org.apache.kafka..", "io.hilum.journal..")
		.because("a technology can be exchanged only where nobody else knows it");

	@ArchTest
	static final ArchRule ADAPTERS_ARE_HIDDEN = ArchRuleDefinition.classes()
		.that()
		.resideInAnyPackage("..r2dbc..", "..lucene..", "..onnx..", "..http..", "..web..", "..journal..")
		.should()
		.bePackagePrivate()
		.because("only the port of a feature is for others");

	@ArchTest
	static final ArchRule ONLY_THE_LOST_PROCESS_PARSES = ArchRuleDefinition.noClasses()
		.that()
		.resideOutsideOfPackages("..read.tika..")
		.and()
		.doNotHaveSimpleName("ReaderCommand")
		.should()
		.dependOnClassesThat(JavaClass.Predicates.resideInAPackage("..read.tika.."))
		.because("hostile documents are parsed in a process that may be lost");

}
