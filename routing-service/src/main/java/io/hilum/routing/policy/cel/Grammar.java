package io.hilum.routing.policy.cel;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.hilum.routing.policy.NetworkRange;
import io.hilum.routing.policy.Vocabulary;

/**
 * Admits the part of CEL in which a variable meets fixed values only, joined by and, or
 * and not: whether such a condition can hold for any request is decided by trying
 * finitely many. Collects the values on the way. Created per condition and not
 * thread-safe.
 */
final class Grammar {

	private static final Set<String> JOINING = Set.of("_&&_", "_||_", "!_");

	private static final Set<String> EQUAL = Set.of("_==_", "_!=_");

	private static final Set<String> ORDER = Set.of("_<_", "_<=_", "_>_", "_>=_");

	private static final Set<String> NUMBERS = Set.of("hour", "weekday");

	private final CelAbstractSyntaxTree tree;

	private final Map<String, Set<Object>> values = new HashMap<>();

	private final Map<String, NetworkRange> ranges = new HashMap<>();

	private Grammar(CelAbstractSyntaxTree tree) {
		this.tree = tree;
	}

	static Grammar admit(CelAbstractSyntaxTree tree) {
		Grammar grammar = new Grammar(tree);
		grammar.condition(tree.getExpr());
		return grammar;
	}

	Vocabulary vocabulary() {
		return new Vocabulary(this.values);
	}

	Map<String, NetworkRange> ranges() {
		return Map.copyOf(this.ranges);
	}

	private void condition(CelExpr expression) {
		if (expression.getKind() == Kind.CONSTANT) {
			return;
		}
		if (expression.getKind() != Kind.CALL) {
			throw refused(expression, "a condition compares a variable with fixed values");
		}
		String function = expression.call().function();
		List<CelExpr> arguments = expression.call().args();
		if (JOINING.contains(function)) {
			arguments.forEach(this::condition);
		}
		else if (EQUAL.contains(function) || ORDER.contains(function)) {
			comparison(expression, ORDER.contains(function));
		}
		else if (function.equals("@in")) {
			membership(expression, arguments.get(0), arguments.get(1));
		}
		else if (function.equals("inside")) {
			range(expression, arguments.getFirst());
		}
		else {
			throw refused(expression, "'" + function.replace("_", "") + "' is not offered in conditions");
		}
	}

	private void comparison(CelExpr expression, boolean order) {
		CelExpr left = expression.call().args().get(0);
		CelExpr right = expression.call().args().get(1);
		CelExpr variable = (left.getKind() == Kind.IDENT) ? left : right;
		CelExpr value = (variable == left) ? right : left;
		if (variable.getKind() != Kind.IDENT || value.getKind() != Kind.CONSTANT) {
			throw refused(expression, "a comparison needs a variable and a fixed value");
		}
		String name = variable.ident().name();
		if (name.equals("roles") || (order && !NUMBERS.contains(name))) {
			throw refused(expression, "'" + name + "' cannot be compared like this");
		}
		note(name, value);
	}

	private void membership(CelExpr expression, CelExpr item, CelExpr list) {
		if (item.getKind() == Kind.CONSTANT && list.getKind() == Kind.IDENT) {
			note(list.ident().name(), item);
			return;
		}
		boolean fixed = list.getKind() == Kind.LIST
				&& list.list().elements().stream().allMatch((element) -> element.getKind() == Kind.CONSTANT);
		if (item.getKind() != Kind.IDENT || !fixed) {
			throw refused(expression, "'in' needs a variable and a list of fixed values, or a fixed role and 'roles'");
		}
		list.list().elements().forEach((element) -> note(item.ident().name(), element));
	}

	private void range(CelExpr expression, CelExpr argument) {
		if (argument.getKind() != Kind.CONSTANT
				|| expression.call().target().map(CelExpr::getKind).orElse(Kind.NOT_SET) != Kind.IDENT
				|| !expression.call().target().get().ident().name().equals("network")) {
			throw refused(expression, "'inside' is network.inside(\"10.0.0.0/8\")");
		}
		String text = argument.constant().stringValue();
		try {
			this.ranges.put(text, NetworkRange.parse(text));
			this.values.computeIfAbsent("network", (key) -> new LinkedHashSet<>()).add(text);
		}
		catch (IllegalArgumentException ex) {
			throw refused(expression, "'" + text + "' is no range of addresses");
		}
	}

	private void note(String variable, CelExpr value) {
		CelConstant constant = value.constant();
		Object known = switch (constant.getKind()) {
			case STRING_VALUE -> constant.stringValue();
			case INT64_VALUE -> constant.int64Value();
			default -> throw refused(value, "a fixed value is a text or a whole number");
		};
		this.values.computeIfAbsent(variable, (key) -> new LinkedHashSet<>()).add(known);
	}

	private ConditionException refused(CelExpr expression, String reason) {
		Integer offset = this.tree.getSource().getPositionsMap().get(expression.id());
		int line = (offset != null)
				? this.tree.getSource().getOffsetLocation(offset).map((location) -> location.getLine()).orElse(1) : 1;
		return new ConditionException(line, reason);
	}

}
