package io.hilum.portal.template;

import java.util.List;

/**
 * Where the hospital keeps its templates: a folder, or a store of objects.
 */
public interface HospitalTemplates {

	/**
	 * All of them as they were last read, which is not long ago.
	 * @return all versions, by name, the newest version of each first
	 */
	List<HospitalTemplate> all();

}
