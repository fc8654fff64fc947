@NullMarked
package io.hilum.usage.report.web;

import org.jspecify.annotations.NullMarked;
