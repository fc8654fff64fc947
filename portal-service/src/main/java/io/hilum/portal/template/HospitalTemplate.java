package io.hilum.portal.template;

/**
 * A template of the hospital in one of its versions.
 *
 * @param name its name, such as {@code discharge-letter}
 * @param version which version
 * @param content what it says
 */
public record HospitalTemplate(String name, int version, TemplateContent content) {

}
