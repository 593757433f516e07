import Siting
import Scheduling
enum AuditTable { static func csv(_ r: PlanResult) -> [UInt8] { [] } }
enum PackageTable { static func csv(_ r: [WorkPackage]) -> [UInt8] { [] } }
enum ScheduleTable { static func csv(_ r: Schedule) -> [UInt8] { [] } }
