package io.hilum.routing.policy.cel;

import java.util.Map;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeFactory;
import io.hilum.routing.policy.Condition;
import io.hilum.routing.policy.NetworkRange;

/**
 * Compiles conditions. Types are checked against the variables that there are; loops are
 * not offered and the length is bounded, so that the time of a condition is.
 */
public final class CelConditions {

	private static final int MAX_LENGTH = 4000;

	private static final int MAX_NODES = 500;

	private static final int MAX_DEPTH = 60;

	private static final String INSIDE = "string_inside_string";

	private static final CelOptions OPTIONS = CelOptions.current()
		.maxExpressionCodePointSize(MAX_LENGTH)
		.maxParseExpressionNodeCount(MAX_NODES)
		.maxParseRecursionDepth(MAX_DEPTH)
		.enableComprehension(false)
		.build();

	private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
		.setOptions(OPTIONS)
		.addVar("roles", ListType.create(SimpleType.STRING))
		.addVar("requested", SimpleType.STRING)
		.addVar("model", SimpleType.STRING)
		.addVar("provider", SimpleType.STRING)
		.addVar("region", SimpleType.STRING)
		.addVar("agreement", SimpleType.STRING)
		.addVar("phi", SimpleType.STRING)
		.addVar("purpose", SimpleType.STRING)
		.addVar("application", SimpleType.STRING)
		.addVar("team", SimpleType.STRING)
		.addVar("network", SimpleType.STRING)
		.addVar("hour", SimpleType.INT)
		.addVar("weekday", SimpleType.INT)
		.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration("inside",
				CelOverloadDecl.newMemberOverload(INSIDE, SimpleType.BOOL, SimpleType.STRING, SimpleType.STRING)))
		.setResultType(SimpleType.BOOL)
		.build();

	/**
	 * Compile a condition.
	 * @param text the text
	 * @return the condition
	 * @throws ConditionException if it is none
	 */
	public Condition compile(String text) {
		CelAbstractSyntaxTree tree = check(text);
		Grammar grammar = Grammar.admit(tree);
		Map<String, NetworkRange> ranges = grammar.ranges();
		try {
			return new CelCondition(CelRuntimeFactory.standardCelRuntimeBuilder()
				.setOptions(OPTIONS)
				.addFunctionBindings(CelFunctionBinding.fromOverloads("inside",
						CelFunctionBinding.from(INSIDE, String.class, String.class,
								(address, range) -> inside(ranges, address, range))))
				.build()
				.createProgram(tree), grammar.vocabulary());
		}
		catch (CelEvaluationException ex) {
			throw new ConditionException(1, "the condition cannot be compiled: " + ex.getMessage());
		}
	}

	private CelAbstractSyntaxTree check(String text) {
		CelValidationResult result = this.compiler.compile(text);
		if (result.hasError()) {
			CelIssue first = result.getErrors().getFirst();
			throw new ConditionException(Math.max(1, first.getSourceLocation().getLine()), first.getMessage());
		}
		try {
			return result.getAst();
		}
		catch (CelValidationException ex) {
			throw new ConditionException(1, String.valueOf(ex.getMessage()));
		}
	}

	private static boolean inside(Map<String, NetworkRange> ranges, String address, String range) {
		NetworkRange known = ranges.get(range);
		return known != null && known.contains(address);
	}

}
