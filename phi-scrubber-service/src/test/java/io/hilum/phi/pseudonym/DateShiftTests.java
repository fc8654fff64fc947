package io.hilum.phi.pseudonym;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.hilum.phi.detect.EntityType;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DateShift}, {@link WrittenDate} and {@link ShiftedDates}.
 */
class DateShiftTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

	private static final DateShift SHIFT = shift("c1");

	@Property(tries = 500)
	void keepsFormIntervalAndWeekday(@ForAll("days") LocalDate first, @ForAll("days") LocalDate second,
			@ForAll("forms") String form) {
		DateTimeFormatter written = DateTimeFormatter.ofPattern(form, Locale.US);
		DateShift.Moved one = SHIFT.move(written.format(first)).orElseThrow();
		DateShift.Moved other = SHIFT.move(written.format(second)).orElseThrow();
		assertThat(one.from()).isEqualTo(first);
		assertThat(ChronoUnit.DAYS.between(one.to(), other.to())).isEqualTo(ChronoUnit.DAYS.between(first, second));
		assertThat(one.to().getDayOfWeek()).isEqualTo(first.getDayOfWeek());
		assertThat(one.surface()).isNotEqualTo(written.format(first));
		assertThat(SHIFT.move(one.surface()).orElseThrow().from()).isEqualTo(one.to());
	}

	@Property(tries = 300)
	void leadsBackInAnyForm(@ForAll("days") LocalDate day, @ForAll("forms") String form) {
		Identifier date = new Identifier(EntityType.DATE, DateTimeFormatter.ofPattern(form, Locale.US).format(day));
		ShiftedDates dates = ShiftedDates.of(SHIFT, List.of(date));
		assertThat(dates.originals()).containsEntry(dates.of(date).orElseThrow(), date.surface());
		LocalDate moved = SHIFT.move(date.surface()).orElseThrow().to();
		for (String other : List.of("yyyy-MM-dd", "M/d/yyyy", "MMMM d, yyyy", "d MMMM yyyy")) {
			DateTimeFormatter written = DateTimeFormatter.ofPattern(other, Locale.US);
			String original = dates.originals().get(written.format(moved));
			assertThat(original).isNotNull();
			assertThat(WrittenDate.parse(original, TODAY).orElseThrow().date()).isEqualTo(day);
		}
	}

	@Example
	void readsWhatPeopleWrite() {
		assertThat(day("Wed, May 8, 2024")).isEqualTo("2024-05-08");
		assertThat(day("19 de mayo de 2024")).isEqualTo("2024-05-19");
		assertThat(day("MAY 3RD 2024")).isEqualTo("2024-05-03");
		assertThat(day("2024-05-19T08:30:00Z")).isEqualTo("2024-05-19");
		assertThat(day("20240519083000")).isEqualTo("2024-05-19");
		assertThat(day("19.05.24")).isEqualTo("2024-05-19");
		assertThat(day("4/12/61")).isEqualTo("1961-04-12");
		assertThat(day("5/19")).isEqualTo("2026-05-19");
		assertThat(day("Sept 3")).isEqualTo("2026-09-03");
	}

	@Example
	void leavesWhatIsNoSingleDay() {
		for (String form : List.of("May 2024", "05/2024", "May 3-5", "May 3-15", "3/1-3/5", "the 19th", "2/30/2024",
				"Oct '23", "yesterday", "２/３/2024", "2024-05-1T0", "99/99", "the fifth of May")) {
			assertThat(SHIFT.move(form)).as(form).isEmpty();
		}
	}

	@Example
	void writesAsItWasWritten() {
		LocalDate other = LocalDate.of(2023, 11, 2);
		assertThat(written("MAY 3RD, 2024", other)).isEqualTo("NOVEMBER 2ND, 2023");
		assertThat(written("Wed, Jun 05 2024 ", other)).isEqualTo("Wed, Nov 02 2023 ");
		assertThat(written("2024-05-19T08:30Z", other)).isEqualTo("2023-11-02T08:30Z");
		assertThat(written("5/9/24", other)).isEqualTo("11/2/23");
		assertThat(written("19 de mayo de 2024", other)).isEqualTo("02 de noviembre de 2023");
	}

	@Example
	void differsByScopeAndStaysWithinIt() {
		assertThat(shift("c1").move("5/19/2024")).isEqualTo(SHIFT.move("5/19/2024"));
		assertThat(List.of("a", "b", "c", "d").stream().map((scope) -> shift(scope).move("5/19/2024")).distinct())
			.hasSizeGreaterThan(2);
	}

	@Example
	void neverGivesTwoDatesTheSamePlace() {
		List<Identifier> dates = IntStream.rangeClosed(1, 9)
			.boxed()
			.flatMap((month) -> List.of(month + "/14/2024", "0" + month + "/14/2024").stream())
			.map((surface) -> new Identifier(EntityType.DATE, surface))
			.toList();
		ShiftedDates shifted = ShiftedDates.of(SHIFT, dates);
		for (Identifier date : dates) {
			shifted.of(date).ifPresent((moved) -> assertThat(shifted.originals()).containsEntry(moved, date.surface()));
		}
	}

	private static String day(String text) {
		return WrittenDate.parse(text, TODAY).orElseThrow().date().toString();
	}

	private static String written(String text, LocalDate other) {
		return WrittenDate.parse(text, TODAY).orElseThrow().write(other);
	}

	private static DateShift shift(String scope) {
		return DateShift.of(MasterSecret.parse(Base64.getEncoder().encodeToString(new byte[32])).keyOf(scope), TODAY);
	}

	@Provide
	Arbitrary<LocalDate> days() {
		return Arbitraries.integers().between(0, 30_000).map((days) -> LocalDate.of(1944, 1, 1).plusDays(days));
	}

	@Provide
	Arbitrary<String> forms() {
		return Arbitraries.of("yyyy-MM-dd", "M/d/yyyy", "MM/dd/yyyy", "MMMM d, yyyy", "d MMMM yyyy", "MMM d, yyyy",
				"EEE, MMM d yyyy", "dd-MMM-yyyy", "yyyyMMdd", "yyyy/MM/dd", "yyyy-MM-dd'T'08:30'Z'");
	}

}
