package io.hilum.usage.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A provider's statement beside the ledger, by meter and by model. Meters that the
 * statement does not speak of are left out.
 *
 * @param from the first day, in UTC
 * @param to the last day, in UTC
 * @param meters all models together
 * @param models each model by itself
 */
public record Reconciliation(LocalDate from, LocalDate to, List<Variance> meters, List<Variance> models) {

	private static final Pattern VERSION = Pattern.compile("-(\\d{4}-\\d\\d-\\d\\d|\\d{8})|-v\\d+(:\\d+)?$");

	private static final Pattern UNNAMED = Pattern.compile("[^a-z0-9]+");

	/**
	 * Compare.
	 * @param statement what the provider says
	 * @param ledger what the ledger has
	 * @return where they differ
	 */
	public static Reconciliation of(Statement statement, Collection<Charged> ledger) {
		List<Meter> meters = Arrays.stream(Meter.values())
			.filter((meter) -> statement.lines().stream().anyMatch((line) -> line.meter() == meter))
			.toList();
		Map<String, List<Statement.Line>> theirs = new TreeMap<>();
		statement.lines()
			.forEach((line) -> theirs.computeIfAbsent(key(line.model()), (key) -> new ArrayList<>()).add(line));
		Map<String, List<Charged>> ours = new TreeMap<>();
		ledger.forEach((one) -> ours.computeIfAbsent(key(one.model()), (key) -> new ArrayList<>()).add(one));
		TreeSet<String> names = new TreeSet<>(theirs.keySet());
		names.addAll(ours.keySet());
		List<Variance> models = new ArrayList<>();
		for (String name : names) {
			for (Meter meter : meters) {
				Variance variance = Variance.of(nameOf(theirs.get(name), ours.get(name)), meter,
						sum(theirs.getOrDefault(name, List.of()), meter),
						ours.getOrDefault(name, List.of()).stream().mapToLong((one) -> one.of(meter)).sum());
				if (variance.theirs() != 0 || variance.ours() != 0) {
					models.add(variance);
				}
			}
		}
		List<Variance> sums = meters.stream()
			.map((meter) -> Variance.of(null, meter, sum(statement.lines(), meter),
					ledger.stream().mapToLong((one) -> one.of(meter)).sum()))
			.toList();
		return new Reconciliation(statement.from(), statement.to(), sums, models);
	}

	/**
	 * Whether nothing differs by more than a share.
	 * @param tolerancePercent the share of what the provider says, in percent
	 * @return {@code true} if all sums agree
	 */
	public boolean agrees(double tolerancePercent) {
		return this.meters.stream()
			.allMatch((sum) -> Math.abs(sum.difference()) * 100.0 <= tolerancePercent * Math.max(sum.theirs(), 0));
	}

	private static long sum(List<Statement.Line> lines, Meter meter) {
		return lines.stream()
			.filter((line) -> line.meter() == meter)
			.mapToLong(Statement.Line::quantity)
			.reduce(0, Math::addExact);
	}

	private static String nameOf(@Nullable List<Statement.Line> theirs, @Nullable List<Charged> ours) {
		if (ours != null && !ours.isEmpty()) {
			return ours.getFirst().model();
		}
		return (theirs != null && !theirs.isEmpty()) ? theirs.getFirst().model() : "";
	}

	/** Files name models with and without their version, and with other separators. */
	private static String key(String model) {
		String name = VERSION.matcher(model.toLowerCase(Locale.ROOT)).replaceAll("");
		return UNNAMED.matcher(name).replaceAll("");
	}

	/**
	 * One number of both.
	 *
	 * @param model the model, {@code null} for all
	 * @param meter what is counted
	 * @param theirs what the provider says
	 * @param ours what the ledger has
	 * @param difference theirs less ours: what the ledger lacks
	 */
	public record Variance(@Nullable String model, String meter, long theirs, long ours, long difference) {

		static Variance of(@Nullable String model, Meter meter, long theirs, long ours) {
			return new Variance(model, meter.id(), theirs, ours, Math.subtractExact(theirs, ours));
		}

	}

}
