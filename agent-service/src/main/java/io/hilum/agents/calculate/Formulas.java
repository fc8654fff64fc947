package io.hilum.agents.calculate;

import java.util.List;

import io.hilum.agents.calculate.Calculator.Input;
import io.hilum.agents.calculate.Calculator.Values;

/**
 * The formulas, each as its publication has it. Pure.
 */
final class Formulas {

	private static final Input AGE = Input.of("age_years", 18, 120);

	private static final Input FEMALE = Input.flag("female");

	private static final Input CREATININE = Input.of("creatinine_mg_dl", 0.1, 30);

	private static final Input WEIGHT = Input.of("weight_kg", 1, 400);

	private static final Input HEIGHT = Input.of("height_cm", 30, 260);

	private static final Input QT = Input.of("qt_ms", 200, 800);

	private static final Input RATE = Input.of("heart_rate_bpm", 20, 300);

	private static final Input SODIUM = Input.of("sodium_mmol_l", 90, 200);

	private static final Input ALBUMIN = Input.of("albumin_g_dl", 0.5, 7);

	static final List<Calculator> ALL = List.of(
			new Calculator("bmi", "kg/m2", "WHO Technical Report Series 894, 2000", List.of(WEIGHT, HEIGHT), 1,
					(v) -> v.of("weight_kg") / square(v.of("height_cm") / 100)),
			new Calculator("bsa_mosteller", "m2", "Mosteller, N Engl J Med 1987;317:1098", List.of(WEIGHT, HEIGHT), 2,
					(v) -> Math.sqrt(v.of("weight_kg") * v.of("height_cm") / 3600)),
			new Calculator("egfr_ckd_epi_2021", "mL/min/1.73 m2", "Inker et al., N Engl J Med 2021;385:1737",
					List.of(AGE, FEMALE, CREATININE), 0, Formulas::ckdEpi),
			new Calculator("creatinine_clearance_cockcroft_gault", "mL/min", "Cockcroft, Gault, Nephron 1976;16:31",
					List.of(AGE, FEMALE, CREATININE, WEIGHT), 0,
					(v) -> (140 - v.of("age_years")) * v.of("weight_kg") / (72 * v.of("creatinine_mg_dl"))
							* (v.is("female") ? 0.85 : 1)),
			new Calculator("cha2ds2_vasc", "points", "Lip et al., Chest 2010;137:263",
					List.of(AGE, FEMALE, Input.flag("heart_failure"), Input.flag("hypertension"),
							Input.flag("diabetes"), Input.flag("stroke_tia_or_thromboembolism"),
							Input.flag("vascular_disease")),
					0, Formulas::chads),
			new Calculator("meld_3_0", "points", "Kim et al., Gastroenterology 2021;161:1887",
					List.of(FEMALE, Input.of("bilirubin_mg_dl", 0.1, 80), SODIUM, Input.of("inr", 0.5, 20), CREATININE,
							ALBUMIN),
					0, Formulas::meld),
			new Calculator("qtc_bazett", "ms", "Bazett, Heart 1920;7:353", List.of(QT, RATE), 0,
					(v) -> v.of("qt_ms") / Math.sqrt(60 / v.of("heart_rate_bpm"))),
			new Calculator("qtc_fridericia", "ms", "Fridericia, Acta Med Scand 1920;53:469", List.of(QT, RATE), 0,
					(v) -> v.of("qt_ms") / Math.cbrt(60 / v.of("heart_rate_bpm"))),
			new Calculator("anion_gap", "mmol/L", "Emmett, Narins, Medicine 1977;56:38",
					List.of(SODIUM, Input.of("chloride_mmol_l", 50, 160), Input.of("bicarbonate_mmol_l", 1, 60)), 0,
					(v) -> v.of("sodium_mmol_l") - v.of("chloride_mmol_l") - v.of("bicarbonate_mmol_l")),
			new Calculator("corrected_calcium", "mg/dL", "Payne et al., BMJ 1973;4:643",
					List.of(Input.of("calcium_mg_dl", 2, 25), ALBUMIN), 1,
					(v) -> v.of("calcium_mg_dl") + 0.8 * (4 - v.of("albumin_g_dl"))),
			new Calculator("mean_arterial_pressure", "mmHg", "one third systolic and two thirds diastolic pressure",
					List.of(Input.of("systolic_mmhg", 30, 300), Input.of("diastolic_mmhg", 10, 200)), 0,
					(v) -> (v.of("systolic_mmhg") + 2 * v.of("diastolic_mmhg")) / 3),
			new Calculator("fib_4", "index", "Sterling et al., Hepatology 2006;43:1317",
					List.of(AGE, Input
						.of("ast_u_l", 1, 20000), Input.of("alt_u_l", 1, 20000), Input.of("platelets_10e9_l", 1, 2000)),
					2,
					(v) -> v.of("age_years") * v.of("ast_u_l")
							/ (v.of("platelets_10e9_l") * Math.sqrt(v.of("alt_u_l")))),
			new Calculator("curb_65", "points", "Lim et al., Thorax 2003;58:377",
					List.of(AGE, Input.flag("confusion"), Input.of("urea_bun_mg_dl", 1, 300),
							Input.of("respiratory_rate_per_min", 4, 80), Input.of("systolic_mmhg", 30, 300),
							Input.of("diastolic_mmhg", 10, 200)),
					0, Formulas::curb));

	private Formulas() {
	}

	private static double ckdEpi(Values values) {
		boolean female = values.is("female");
		double ratio = values.of("creatinine_mg_dl") / (female ? 0.7 : 0.9);
		return 142 * Math.pow(Math.min(ratio, 1), female ? -0.241 : -0.302) * Math.pow(Math.max(ratio, 1), -1.2)
				* Math.pow(0.9938, values.of("age_years")) * (female ? 1.012 : 1);
	}

	private static double chads(Values values) {
		double age = values.of("age_years");
		int byAge = (age >= 75) ? 2 : (age >= 65) ? 1 : 0;
		return byAge + values.of("female") + values.of("heart_failure") + values.of("hypertension")
				+ values.of("diabetes") + 2 * values.of("stroke_tia_or_thromboembolism")
				+ values.of("vascular_disease");
	}

	/** What is out of its range counts as the end of the range. */
	private static double meld(Values values) {
		double bilirubin = Math.log(Math.max(values.of("bilirubin_mg_dl"), 1));
		double inr = Math.log(Math.max(values.of("inr"), 1));
		double creatinine = Math.log(Math.clamp(values.of("creatinine_mg_dl"), 1, 3));
		double sodium = 137 - Math.clamp(values.of("sodium_mmol_l"), 125, 137);
		double albumin = 3.5 - Math.clamp(values.of("albumin_g_dl"), 1.5, 3.5);
		double score = 1.33 * values.of("female") + 4.56 * bilirubin + 0.82 * sodium - 0.24 * sodium * bilirubin
				+ 9.09 * inr + 11.14 * creatinine + 1.85 * albumin - 1.83 * albumin * creatinine + 6;
		return Math.clamp(Math.round(score), 6, 40);
	}

	/** Urea above 7 mmol/L is blood urea nitrogen above 19 mg/dL. */
	private static double curb(Values values) {
		int points = values.is("confusion") ? 1 : 0;
		points += (values.of("urea_bun_mg_dl") > 19) ? 1 : 0;
		points += (values.of("respiratory_rate_per_min") >= 30) ? 1 : 0;
		points += (values.of("systolic_mmhg") < 90 || values.of("diastolic_mmhg") <= 60) ? 1 : 0;
		return points + ((values.of("age_years") >= 65) ? 1 : 0);
	}

	private static double square(double number) {
		return number * number;
	}

}
