package io.hilum.systemtests.canary;

/**
 * A canary that was found where it must not be.
 */
public record Hit(String where, String canary, String form) {

}
