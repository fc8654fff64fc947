package io.hilum.phi.detect.pattern;

import java.time.Clock;
import java.util.List;

import io.hilum.phi.detect.Detector;

/**
 * All detectors of this package.
 */
public final class PatternDetectors {

	private PatternDetectors() {
	}

	/**
	 * All detectors of this package.
	 * @param clock what says which year of birth gives away an age of 90
	 * @return the detectors
	 */
	public static List<Detector> all(Clock clock) {
		Fields fields = Fields.load();
		return List.of(new EmailDetector(), new SpokenEmailDetector(), new UrlDetector(), new NetworkDetector(),
				new NumericDateDetector(), new NamedDateDetector(), new ForeignDateDetector(), new AgeDetector(clock),
				new PhoneDetector(), new SsnDetector(), new CueDetector(Cues.load()), new FileDetector(),
				new AddressDetector(), new FieldDetector(fields), new AssignmentDetector(fields),
				new TableDetector(fields), new Hl7Detector(), new X12Detector(), new UdiDetector(),
				new AccessLogDetector(), new SpokenNumberDetector(), new ForeignAddressDetector(),
				new ExtensionDetector(), new SignOutDetector(), new SpelledNameDetector(), new InvertedNameDetector(),
				new PlateDetector(), new ShapedNumberDetector(), new NumberedDetector(), new HandleDetector(),
				new CoordinateDetector(), new PostalCodeDetector(), new IdentifierDetector());
	}

}
