@NullMarked
package io.hilum.usage.audit.web;

import org.jspecify.annotations.NullMarked;
