package io.hilum.quickstart.record;

import java.util.List;
import java.util.Set;

import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Sort;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Finds what else there is of a patient, in the order of the chart, which has the latest
 * first. The charts are short: bounds of time and kind are taken and let nothing out.
 */
public final class Entries implements IResourceProvider {

	private final Class<? extends Resource> type;

	private final List<Resource> charts;

	Entries(Class<? extends Resource> type, List<Resource> charts) {
		this.type = type;
		this.charts = charts.stream().filter(type::isInstance).toList();
	}

	@Override
	public Class<? extends IBaseResource> getResourceType() {
		return this.type;
	}

	/**
	 * Search.
	 * @param patient whose
	 * @param date of when
	 * @param recorded of when
	 * @param authored of when
	 * @param created of when
	 * @param category of which kind
	 * @param order in which order
	 * @param count how many
	 * @param include what else
	 * @return all of the patient
	 */
	@Search
	public List<Resource> search(@RequiredParam(name = "patient") ReferenceParam patient,
			@OptionalParam(name = "date") @Nullable DateRangeParam date,
			@OptionalParam(name = "recorded-date") @Nullable DateRangeParam recorded,
			@OptionalParam(name = "authoredon") @Nullable DateRangeParam authored,
			@OptionalParam(name = "created") @Nullable DateRangeParam created,
			@OptionalParam(name = "category") @Nullable TokenParam category, @Sort @Nullable SortSpec order,
			@Count @Nullable Integer count, @IncludeParam Set<Include> include) {
		return this.charts.stream().filter((one) -> isOf(one, patient.getIdPart())).toList();
	}

	private static boolean isOf(Resource entry, String patient) {
		return List.of("subject", "patient")
			.stream()
			.map(entry::getNamedProperty)
			.anyMatch((property) -> property != null && property.getValues()
				.stream()
				.anyMatch((value) -> value instanceof Reference reference
						&& ("Patient/" + patient).equals(reference.getReference())));
	}

}
